import type { CellMatrix } from "../../../workbook/cell";
import { apiValue } from "../../model/cells";
import { normalFormula } from "../../model/entry";
import type { DefinedName } from "../../model/parts";
import { absoluteAddress, sheetPrefix } from "../../model/references";
import { nameTaken, validName } from "../../model/tableNames";
import type { Sheet } from "../../model/sheet";
import { namePlace } from "../addresses";
import { areaOf, type Batch, rangeOf } from "../batch";
import { calculated, optionalText, type PartialRegistry, text, truth, value } from "../definition";
import { HostError, invalidArgument, itemNotFound, notImplemented } from "../errors";
import { valueType } from "../events";
import { HostObject, type LiveAreas, object } from "../targets";

const scoped = ({ sheet }: { sheet: Sheet | null }, { workbook }: Batch) =>
  workbook.names.filter((name) => name.sheet === (sheet?.id ?? null));

function addName(
  scope: { sheet: Sheet | null },
  rawName: unknown,
  formula: string,
  comment: unknown,
  { workbook, source }: Batch,
): HostObject<"NamedItem"> {
  const name = text(rawName);
  if (!validName(name)) throw invalidArgument(`“${name}” can't be a name`);
  const taken =
    scope.sheet === null
      ? nameTaken(workbook, name)
      : workbook.names.some(
          (one) => one.sheet === scope.sheet!.id && one.name.toLowerCase() === name.toLowerCase(),
        );
  if (taken) throw new HostError("ItemAlreadyExists", name);
  const item: DefinedName = {
    name,
    sheet: scope.sheet?.id ?? null,
    formula,
    visible: true,
    comment: optionalText(comment),
  };
  workbook.names.push(item);
  workbook.changed({ kind: "names", sheet: scope.sheet, source });
  return object("NamedItem", item);
}

/** What a name's formula stands for: a range's address, a constant, or what the formula gives. */
function nameValue(name: DefinedName, batch: Batch): unknown {
  const { workbook } = batch;
  const place = namePlace(workbook, name);
  if (place) return `${sheetPrefix(place.sheet.name)}${absoluteAddress(place.area)}`;
  const plain = name.formula.replace(/^=/, "");
  if (plain.includes("#REF!")) return "#REF!";
  if (/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(plain)) return Number(plain);
  if (/^"(?:[^"]|"")*"$/.test(plain)) return plain.slice(1, -1).replace(/""/g, '"');
  if (/^(TRUE|FALSE)$/i.test(plain)) return plain.toUpperCase() === "TRUE";
  return matrixOf(name, batch).then(([[first]]) => apiValue(first));
}

function matrixOf(name: DefinedName, batch: Batch): Promise<CellMatrix> {
  const sheet = batch.workbook.sheetById(name.sheet ?? "") ?? batch.workbook.sheets[0];
  return batch.evaluate(name.formula, sheet, 0, 0);
}

function nameType(name: DefinedName, batch: Batch): string {
  if (namePlace(batch.workbook, name)) return "Range";
  const plain = name.formula.replace(/^=/, "");
  if (plain.includes("#REF!")) return "Error";
  if (/^-?\d+$/.test(plain)) return "Integer";
  if (/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(plain)) return "Double";
  if (/^(TRUE|FALSE)$/i.test(plain)) return "Boolean";
  return plain.startsWith("{") ? "Array" : "String";
}

export const nameTypes = {
  NamedItemCollection: {
    items: (scope, batch) => scoped(scope, batch).map((name) => object("NamedItem", name)),
    item: (scope, key, batch) => {
      const wanted = text(key).toLowerCase();
      const found = scoped(scope, batch).find(({ name }) => name.toLowerCase() === wanted);
      return found ? object("NamedItem", found) : null;
    },
    methods: {
      add: (scope, [name, reference, comment], batch) => {
        if (reference instanceof HostObject) {
          const range = reference.target as LiveAreas;
          const formula = `=${sheetPrefix(range.sheet.name)}${absoluteAddress(areaOf(range))}`;
          return addName(scope, name, formula, comment, batch);
        }
        const given = text(reference);
        return addName(
          scope,
          name,
          normalFormula(given.startsWith("=") ? given : `=${given}`),
          comment,
          batch,
        );
      },
      addFormulaLocal: (scope, [name, formula, comment], batch) => {
        if (!batch.locale.startsWith("en"))
          throw notImplemented("NamedItemCollection", `addFormulaLocal (${batch.locale})`);
        const given = text(formula);
        return addName(
          scope,
          name,
          normalFormula(given.startsWith("=") ? given : `=${given}`),
          comment,
          batch,
        );
      },
    },
  },

  NamedItem: {
    id: { wire: "_Id", of: ({ name }) => name },
    exists: (name, { workbook }) => workbook.names.includes(name),
    properties: {
      name: value(({ name }) => name),
      formula: {
        get: ({ formula }) => formula,
        set: (name, raw, { workbook, source }) => {
          const given = text(raw);
          name.formula = normalFormula(given.startsWith("=") ? given : `=${given}`);
          workbook.changed({ kind: "names", sheet: null, source });
        },
      },
      comment: {
        get: ({ comment }) => comment,
        set: (name, raw) => {
          name.comment = text(raw);
        },
      },
      visible: {
        get: ({ visible }) => visible,
        set: (name, raw) => {
          name.visible = truth(raw);
        },
      },
      scope: value(({ sheet }) => (sheet === null ? "Workbook" : "Worksheet")),
      type: value(nameType),
      value: { ...calculated(nameValue), onlyByName: false },
    },
    navigation: {
      arrayValues: (name) => object("NamedItemArrayValues", name),
      worksheet: ({ sheet }, { workbook }) => {
        const owner = sheet === null ? undefined : workbook.sheetById(sheet);
        if (!owner) throw itemNotFound("the name belongs to the workbook");
        return object("Worksheet", owner);
      },
      worksheetOrNullObject: ({ sheet }, { workbook }) => {
        const owner = sheet === null ? undefined : workbook.sheetById(sheet);
        return owner ? object("Worksheet", owner) : null;
      },
    },
    methods: {
      delete: (name, _args, { workbook, source }) => {
        workbook.names.splice(workbook.names.indexOf(name), 1);
        workbook.changed({ kind: "names", sheet: null, source });
      },
      getRange: (name, _args, batch) => {
        const place = namePlace(batch.workbook, name);
        if (!place) throw itemNotFound(`${name.name} is no range`);
        return rangeOf(batch, place.sheet, place.area);
      },
    },
  },

  NamedItemArrayValues: {
    properties: {
      values: calculated(async (name, batch) =>
        (await matrixOf(name, batch)).map((row) => row.map((cell) => apiValue(cell))),
      ),
      types: calculated(async (name, batch) =>
        (await matrixOf(name, batch)).map((row) => row.map((cell) => valueType(cell))),
      ),
    },
  },
} satisfies PartialRegistry;
