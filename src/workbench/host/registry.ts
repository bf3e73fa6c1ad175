import type { PartialRegistry } from "./definition";
import { nameTypes } from "./types/names";
import { pageTypes } from "./types/page";
import { rangeTypes } from "./types/range";
import { rangeFormatTypes } from "./types/rangeFormat";
import { storedTypes } from "./types/stored";
import { tableTypes } from "./types/table";
import { workbookTypes } from "./types/workbook";
import { worksheetTypes } from "./types/worksheet";

/** Every type the host answers for. */
export const registry: PartialRegistry = {
  ...workbookTypes,
  ...worksheetTypes,
  ...rangeTypes,
  ...rangeFormatTypes,
  ...tableTypes,
  ...nameTypes,
  ...storedTypes,
  ...pageTypes,
};
