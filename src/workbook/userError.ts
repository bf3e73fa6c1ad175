import { errorTexts } from "../texts/errors";
import type { Language } from "../texts/language";

export type UserErrorCode = keyof (typeof errorTexts)["sv"];

/** Something the user can do something about: what happened, where, and what to do next stand in texts/errors. */
export class UserError extends Error {
  constructor(
    readonly code: UserErrorCode,
    readonly values: Record<string, string> = {},
  ) {
    super(fill(errorTexts.sv[code], values));
    this.name = "UserError";
  }

  text(language: Language): string {
    return fill(errorTexts[language][this.code], this.values);
  }
}

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? `{${key}}`);
