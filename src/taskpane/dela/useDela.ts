import { useState } from "react";
import { planSharing, type Satt, share, type SharePlan } from "../../actions/dela";
import { readDelning } from "../../actions/delning";
import { findSensitive, fixSensitive, type KansligtFynd } from "../../actions/kansligt";
import { heal } from "../../actions/lak";
import { removeLines, writeLines } from "../../actions/lasarrad";
import { setLogging } from "../../actions/logg";
import { thaw } from "../../actions/tina";
import { useLanguage } from "../language";
import { useAction, useReading } from "../useAction";
import type { Done } from "./Done";

type Undo = (() => Promise<void>) | null;

/** How the workbook stands for sharing, and what can be done about it: one thing at a time, each read again afterwards. */
export function useDela() {
  const language = useLanguage();
  const reading = useReading(async (options) => ({
    ...(await readDelning(options)),
    sensitive: await findSensitive(options),
  }));
  const [preview, setPreview] = useState<SharePlan | null>(null);
  const planning = useAction(async (options, satt: Satt) =>
    setPreview(await planSharing(satt, null, options)),
  );
  const writing = useAction(
    async (options, act: (options: { onSlow: () => void }) => Promise<{ done: Done; undo: Undo }>) => {
      const result = await act(options);
      setPreview(null);
      await reading.run();
      return result;
    },
  );
  const undoing = useAction(async (_options, undo: () => Promise<void>) => {
    await undo();
    writing.reset();
    await reading.run();
  });
  return {
    reading,
    preview,
    planning,
    writing,
    undoing,
    cancel: () => setPreview(null),
    plan: (satt: Satt) => {
      writing.reset();
      void planning.run(satt);
    },
    share: (plan: SharePlan, keep: boolean) =>
      void writing.run(async (options) => {
        const { undo, ...shared } = await share(plan, { ...options, keep });
        return { done: { kind: "shared", ...shared }, undo };
      }),
    thaw: (moved: boolean) =>
      void writing.run(async (options) => {
        const { undo, ...thawed } = await thaw({ ...options, moved });
        return { done: { kind: "thawed", ...thawed }, undo };
      }),
    heal: () =>
      void writing.run(async (options) => ({
        done: { kind: "healed", ...(await heal(reading.latest!.heal, options)) },
        undo: null,
      })),
    fix: (fynd: KansligtFynd) =>
      void writing.run(async (options) => ({
        done: { kind: "fixed" },
        undo: await fixSensitive(fynd, options),
      })),
    line: (on: boolean) =>
      void writing.run(async (options) => ({
        done: { kind: "line", on, ...(await (on ? writeLines(language, options) : removeLines(options))) },
        undo: null,
      })),
    log: (on: boolean) =>
      void writing.run(async (options) => {
        await setLogging(on, options);
        return { done: { kind: "log", on }, undo: null };
      }),
  };
}
