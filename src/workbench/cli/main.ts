import { WorkbookFileError } from "../xlsx";
import { UserError } from "../../workbook/userError";
import { berakna } from "./berakna";
import type { Command } from "./command";
import { dela, lak, tina } from "./dela";
import { funktioner } from "./funktioner";
import { type ExitCode, type Io, processIo, UsageError } from "./io";
import { kontroll } from "./kontrollKommando";
import { prognos } from "./prognos";
import { rapport, rapporter } from "./rapport";
import { serva } from "./serva";
import { underlag } from "./underlag";

export const commands: readonly Command[] = [
  berakna,
  funktioner,
  underlag,
  rapporter,
  rapport,
  kontroll,
  dela,
  tina,
  lak,
  prognos,
  serva,
];

const lines = ({ usage, summary }: Command) => [`  koll ${usage}`, `      ${summary}`];

const help = () =>
  [
    "koll – Nämndkoll från kommandoraden",
    "",
    ...commands.flatMap(lines),
    "",
    "Slutkod: 0 klart · 1 klart med anmärkningar eller nekade rader · 2 fel i anropet eller indata · 3 fel i Nämndkoll",
  ].join("\n");

/** Runs one command. Whatever happens, the user gets a line she can act on, and the exit code says whose turn it is. */
export async function main(argv: string[], io: Io = processIo): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === undefined || name === "--help" || name === "hjalp") {
    io.out(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    io.error(
      `koll: kommandot ”${name}” finns inte. Det finns: ${commands.map((known) => known.name).join(", ")}.`,
    );
    return 2;
  }
  if (args.includes("--help")) {
    io.out(lines(command).join("\n"));
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UserError) io.error(`koll ${name}: ${error.text("sv")}`);
    else if (error instanceof WorkbookFileError) io.error(`koll ${name}: ${error.text("sv")}`);
    else if (error instanceof UsageError) io.error(`koll ${name}: ${error.message}`);
    else if (isArgumentError(error))
      io.error(`koll ${name}: ${argumentText(error)} Så här: koll ${command.usage}`);
    else {
      io.error(
        `koll ${name}: ett fel i Nämndkoll, inte i dina uppgifter. Inget har sparats.\n${(error as Error)?.stack ?? String(error)}`,
      );
      return 3;
    }
    return 2;
  }
}

type ArgumentError = Error & { code: string };

const isArgumentError = (error: unknown): error is ArgumentError =>
  String((error as ArgumentError | undefined)?.code ?? "").startsWith("ERR_PARSE_ARGS");

function argumentText(error: ArgumentError): string {
  const option = /'(-{1,2}[^' ]+)[^']*'/.exec(error.message)?.[1];
  switch (error.code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `flaggan ${option} finns inte.`;
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return `flaggan ${option} saknar värde, eller har ett där inget ska stå.`;
    default:
      return `för många argument.`;
  }
}
