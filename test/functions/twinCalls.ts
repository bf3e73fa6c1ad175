import fc from "fast-check";
import { functions } from "../../src/functions";
import { functionHelp } from "../../src/functions/help";
import { hasTwin, type Twin } from "../../src/functions/core/help";
import type { Parameter } from "../../src/functions/core/parameter";
import { cellAddress } from "../../src/workbook/address";
import type { CellValue } from "../../src/workbook/cell";

/** A call of a function on cells, with what stands in them, and its native twin's ways of being written. */
export interface TwinCall {
  id: string;
  args: (string | undefined)[];
  cells: { row: number; column: number; value: CellValue }[];
}

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100);

/** Values that a function takes; what the twin's limit leaves out is not drawn. */
const special: Record<string, fc.Arbitrary<CellValue>> = {
  "NETTOKOSTNADSAVVIKELSE.nettokostnad": fc.integer({ min: 0, max: 10_000 }),
  "NETTOKOSTNADSAVVIKELSE.referenskostnad": fc.integer({ min: 1, max: 10_000 }),
  "KARENSANDEL.karens": fc.integer({ min: 0, max: 1000 }),
  "PROGNOSPIL.tröskel": fc.integer({ min: 0, max: 3 }),
  "PROGNOS.månad": fc.integer({ min: 1, max: 12 }),
  "MALSTATUS.tolerans": fc.constantFrom(1, 2),
  "MALSTATUS.utfall": fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 8 }) },
    { weight: 1, arbitrary: fc.constant("saknas") },
  ),
  "MALSTATUS.mål": fc.integer({ min: 0, max: 8 }),
  "MALTREND.utfall": fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) },
    { weight: 1, arbitrary: fc.constant("saknas") },
  ),
  "MALTREND.föregående": fc.integer({ min: 0, max: 4 }),
  "DVERSATTNING.planerad": fc.constantFrom(0, 0.5, 1),
  "VAGTMEDEL.värden": fc.oneof(
    { weight: 5, arbitrary: amount },
    { weight: 1, arbitrary: fc.constant("saknas") },
  ),
  "VAGTMEDEL.vikter": fc.integer({ min: 0, max: 9 }),
  "ATGARDSSUMMA.effekter": fc.oneof(
    { weight: 2, arbitrary: amount },
    { weight: 1, arbitrary: fc.constant("-") },
  ),
  "ATGARDSSUMMA.förankrad": fc.constantFrom<CellValue>(true, false, 1, 0, "ja", "nej"),
  "AVSTAMNING.decimaler": fc.integer({ min: 0, max: 2 }),
};

/** Rows of a range parameter. */
const twelve = new Set(["profil", "effekter@PROGNOS", "utfall@PROGNOS"]);

function value(id: string, parameter: Parameter): fc.Arbitrary<CellValue> {
  const own = special[`${id}.${parameter.name.sv}`];
  if (own) return own;
  return parameter.kind === "integer"
    ? fc.integer({ min: 1, max: 12 })
    : fc.oneof({ weight: 5, arbitrary: amount }, { weight: 1, arbitrary: fc.constant(0) });
}

/** Random calls for each variant of each twin, in the order of the functions. */
export function twinCalls(seed: number, perVariant: number): TwinCall[] {
  return functions.flatMap(({ id, parameters }) => {
    const { twin } = functionHelp(id)!;
    if (!hasTwin(twin)) return [];
    return twin.variants.flatMap((variant) =>
      fc.sample(callFor(id, parameters, variant), { seed, numRuns: perVariant }),
    );
  });
}

function callFor(
  id: string,
  parameters: readonly Parameter[],
  { when = {} }: Twin["variants"][number],
): fc.Arbitrary<TwinCall> {
  const drawn = parameters.flatMap((parameter): { parameter: Parameter; rows: number; columns: number }[] => {
    const call = when[parameter.name.sv];
    if (call === "omitted" || parameter.kind === "option") return [];
    if (parameter.kind !== "range")
      return Array.from({ length: parameter.repeating ? 3 : 1 }, () => ({ parameter, rows: 1, columns: 1 }));
    if (parameter.optional && call === undefined) return [];
    if (parameter.name.sv === "prislista") return [{ parameter, rows: 3, columns: 3 }];
    return [
      {
        parameter,
        rows: twelve.has(parameter.name.sv) || twelve.has(`${parameter.name.sv}@${id}`) ? 12 : 6,
        columns: 1,
      },
    ];
  });
  return fc
    .tuple(
      fc.boolean(),
      ...drawn.map(({ parameter, rows, columns }) =>
        parameter.name.sv === "prislista"
          ? fc.constant<CellValue[]>([1, 800, 450, 2, 1000, 560, 3, 1300, 700])
          : parameter.name.sv === "nivå" && id === "DVERSATTNING"
            ? fc.array(fc.constantFrom<CellValue>(1, 2, 3), { minLength: rows, maxLength: rows })
            : fc.array(value(id, parameter), { minLength: rows * columns, maxLength: rows * columns }),
      ),
    )
    .map(([lying, ...values]) => {
      const cells: TwinCall["cells"] = [];
      const texts = new Map<Parameter, string[]>();
      let row = 0;
      drawn.forEach(({ parameter, rows, columns }, i) => {
        // Series stand in a column or, as often, in a row; a table keeps its shape.
        const [height, width] = lying && columns === 1 ? [columns, rows] : [rows, columns];
        (values[i] as CellValue[]).forEach((one, at) =>
          cells.push({ row: row + Math.floor(at / width), column: at % width, value: one }),
        );
        const first = cellAddress(row, 0);
        const text = height * width === 1 ? first : `${first}:${cellAddress(row + height - 1, width - 1)}`;
        texts.set(parameter, [...(texts.get(parameter) ?? []), text]);
        row += height + 1;
      });
      const args = parameters.flatMap((parameter): (string | undefined)[] => {
        if (parameter.kind === "option") return [`"${when[parameter.name.sv] ?? parameter.fallback}"`];
        return texts.get(parameter) ?? [undefined];
      });
      return { id, args, cells };
    });
}
