import type { Registry } from "./definition";
import { autoFilterTypes } from "./types/autoFilter";
import { chartTypesRegistry } from "./types/chart";
import { chartAxisTypes } from "./types/chartAxis";
import { chartLookTypes } from "./types/chartLook";
import { chartSeriesTypes } from "./types/chartSeries";
import { commentTypes } from "./types/comment";
import { conditionalFormatTypes } from "./types/conditionalFormat";
import { functionTypes } from "./types/functions";
import { nameTypes } from "./types/names";
import { pageTypes } from "./types/page";
import { pivotTypes } from "./types/pivot";
import { rangeTypes } from "./types/range";
import { rangeFormatTypes } from "./types/rangeFormat";
import { storedTypes } from "./types/stored";
import { styleTypes } from "./types/style";
import { tableTypes } from "./types/table";
import { tableStyleTypes } from "./types/tableStyle";
import { validationTypes } from "./types/validation";
import { workbookTypes } from "./types/workbook";
import { worksheetTypes } from "./types/worksheet";

/** Every type the host answers for. */
export const registry: Registry = {
  ...workbookTypes,
  ...worksheetTypes,
  ...rangeTypes,
  ...rangeFormatTypes,
  ...tableTypes,
  ...tableStyleTypes,
  ...functionTypes,
  ...nameTypes,
  ...storedTypes,
  ...styleTypes,
  ...pageTypes,
  ...autoFilterTypes,
  ...chartTypesRegistry,
  ...chartAxisTypes,
  ...chartLookTypes,
  ...chartSeriesTypes,
  ...commentTypes,
  ...conditionalFormatTypes,
  ...validationTypes,
  ...pivotTypes,
};
