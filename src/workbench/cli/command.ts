import type { ExitCode, Io } from "./io";

/** One of koll's commands. Throws UsageError, UserError or WorkbookFileError for what the user can set right. */
export interface Command {
  name: string;
  usage: string;
  summary: string;
  run(args: string[], io: Io): Promise<ExitCode>;
}
