import type { Language } from "../../../texts/language";

export interface FunctionGuide {
  /** As written in a formula, "KOLL.AVVIKELSE". */
  name: string;
  description: string;
  parameters: { name: string; description: string; optional: boolean; repeating: boolean }[];
}

/** Excel's functions that a controller uses most: parameters ([optional], repeating…) and what they do. */
const list: [name: string, parameters: string, sv: string, en: string][] = [
  ["SUM", "number …", "Adderar talen.", "Adds numbers."],
  [
    "SUMIF",
    "range, criteria, [sum_range]",
    "Adderar de celler som uppfyller ett villkor.",
    "Adds the cells that meet a condition.",
  ],
  [
    "SUMIFS",
    "sum_range, criteria_range, criteria …",
    "Adderar de celler som uppfyller flera villkor.",
    "Adds the cells that meet several conditions.",
  ],
  [
    "SUMPRODUCT",
    "array …",
    "Multiplicerar områden cell för cell och summerar.",
    "Multiplies ranges cell by cell and sums.",
  ],
  [
    "SUBTOTAL",
    "function_num, ref …",
    "Delsumma som hoppar över filtrerade rader.",
    "A subtotal that skips filtered rows.",
  ],
  ["AVERAGE", "number …", "Medelvärdet.", "The mean."],
  [
    "AVERAGEIFS",
    "average_range, criteria_range, criteria …",
    "Medelvärdet av celler som uppfyller flera villkor.",
    "The mean of cells that meet several conditions.",
  ],
  ["COUNT", "value …", "Räknar celler med tal.", "Counts cells with numbers."],
  ["COUNTA", "value …", "Räknar celler som inte är tomma.", "Counts cells that are not empty."],
  [
    "COUNTIFS",
    "criteria_range, criteria …",
    "Räknar celler som uppfyller flera villkor.",
    "Counts cells that meet several conditions.",
  ],
  ["MAX", "number …", "Det största talet.", "The largest number."],
  ["MIN", "number …", "Det minsta talet.", "The smallest number."],
  ["ROUND", "number, num_digits", "Avrundar till så många decimaler.", "Rounds to that many decimals."],
  ["ABS", "number", "Talet utan tecken.", "The number without sign."],
  [
    "IF",
    "logical_test, value_if_true, [value_if_false]",
    "Det ena eller det andra, efter ett villkor.",
    "One or the other, by a condition.",
  ],
  [
    "IFERROR",
    "value, value_if_error",
    "Ett annat värde där det första är ett fel.",
    "Another value where the first is an error.",
  ],
  [
    "IFS",
    "logical_test, value …",
    "Värdet för det första villkor som är sant.",
    "The value of the first condition that is true.",
  ],
  ["AND", "logical …", "Sant när alla villkor är sanna.", "True when all conditions are true."],
  ["OR", "logical …", "Sant när något villkor är sant.", "True when any condition is true."],
  [
    "VLOOKUP",
    "lookup_value, table_array, col_index_num, [range_lookup]",
    "Letar i första kolumnen och svarar ur en annan.",
    "Looks in the first column and answers from another.",
  ],
  [
    "XLOOKUP",
    "lookup_value, lookup_array, return_array, [if_not_found]",
    "Letar i ett område och svarar ur ett annat.",
    "Looks in one range and answers from another.",
  ],
  [
    "INDEX",
    "array, row_num, [column_num]",
    "Cellen på en viss rad och kolumn i området.",
    "The cell at a row and column of the range.",
  ],
  [
    "MATCH",
    "lookup_value, lookup_array, [match_type]",
    "Platsen för ett värde i ett område.",
    "The position of a value in a range.",
  ],
  [
    "FILTER",
    "array, include, [if_empty]",
    "Raderna som uppfyller ett villkor.",
    "The rows that meet a condition.",
  ],
  ["SORT", "array, [sort_index], [sort_order]", "Området sorterat.", "The range sorted."],
  ["UNIQUE", "array", "Varje värde en gång.", "Each value once."],
  ["LET", "name, value …", "Ger namn åt delar av en formel.", "Names the parts of a formula."],
  ["TEXT", "value, format_text", "Talet som text i ett talformat.", "The number as text in a number format."],
  ["DATE", "year, month, day", "Ett datum.", "A date."],
  ["EOMONTH", "start_date, months", "Månadens sista dag.", "The last day of the month."],
];

export function standardFunctions(language: Language): FunctionGuide[] {
  return list.map(([name, parameters, sv, en]) => ({
    name,
    description: language === "sv" ? sv : en,
    parameters: parameters
      .replace(" …", "")
      .split(", ")
      .map((parameter, index, all) => ({
        name: parameter.replace(/[[\]]/g, ""),
        description: "",
        optional: parameter.startsWith("["),
        repeating: parameters.endsWith("…") && index === all.length - 1,
      })),
  }));
}
