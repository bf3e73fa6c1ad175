import type { Style } from "./styles";

/** Which parts of a cell's look a named style decides. */
export interface StyleParts {
  number: boolean;
  font: boolean;
  alignment: boolean;
  border: boolean;
  patterns: boolean;
  protection: boolean;
}

/** A named cell style of the workbook ("Normal", "Percent", one of the user's own). */
export class NamedStyle {
  /** Indents text that is spread over its cell; kept, and of no effect on what the model draws. */
  autoIndent = false;

  constructor(
    readonly name: string,
    readonly builtIn: boolean,
    /** Replaced when it changes, never changed in place. */
    public style: Style,
    public parts: StyleParts,
  ) {}
}
