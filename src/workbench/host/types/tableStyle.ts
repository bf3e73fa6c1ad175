import type { TableStyle } from "../../model/parts";
import type { Workbook } from "../../model/workbook";
import { type PartialRegistry, text, truth, value } from "../definition";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { object } from "../targets";

const builtIn: TableStyle[] = [
  ["Light", 21],
  ["Medium", 28],
  ["Dark", 11],
].flatMap(([shade, count]) =>
  Array.from({ length: count as number }, (_, index) => ({
    name: `TableStyle${shade}${index + 1}`,
    readOnly: true,
  })),
);

const all = (workbook: Workbook) => [...workbook.tableStyles, ...builtIn];

const find = (workbook: Workbook, name: string) =>
  all(workbook).find((style) => style.name.toLowerCase() === name.toLowerCase());

function free(workbook: Workbook, stem: string): string {
  if (!find(workbook, stem)) return stem;
  for (let n = 2; ; n++) if (!find(workbook, `${stem} ${n}`)) return `${stem} ${n}`;
}

function addStyle(workbook: Workbook, name: string) {
  const style = { name, readOnly: false };
  workbook.tableStyles.push(style);
  return object("TableStyle", style);
}

/** Table styles by name. Excel's API tells nothing of how they look. */
export const tableStyleTypes = {
  TableStyleCollection: {
    unsaved: ["add", "setDefault"],
    items: (workbook) => all(workbook).map((style) => object("TableStyle", style)),
    item: (workbook, key) => {
      const style = find(workbook, text(key));
      return style ? object("TableStyle", style) : null;
    },
    methods: {
      add: (workbook, [rawName, makeUnique]) => {
        const name = text(rawName);
        if (name === "") throw invalidArgument("a style needs a name");
        const unique = makeUnique !== null && makeUnique !== undefined && truth(makeUnique);
        if (!unique && find(workbook, name)) throw new HostError("ItemAlreadyExists", name);
        return addStyle(workbook, free(workbook, name));
      },
      getDefault: (workbook) => object("TableStyle", find(workbook, workbook.defaultTableStyle)!),
      setDefault: (workbook, [style]) => {
        const given = (style as { target?: TableStyle } | null)?.target;
        const found = given ?? find(workbook, text(style));
        if (!found) throw itemNotFound(String(style));
        workbook.defaultTableStyle = found.name;
      },
    },
  },
  TableStyle: {
    unsaved: ["duplicate"],
    exists: (style, { workbook }) => all(workbook).includes(style),
    properties: {
      name: {
        get: ({ name }) => name,
        set: (style, raw, { workbook }) => {
          if (style.readOnly) throw new HostError("AccessDenied", `${style.name} is Excel's own`);
          const name = text(raw);
          if (find(workbook, name) && find(workbook, name) !== style)
            throw new HostError("ItemAlreadyExists", name);
          style.name = name;
        },
      },
      readOnly: value(({ readOnly }) => readOnly),
    },
    methods: {
      duplicate: (style, _args, { workbook }) => addStyle(workbook, free(workbook, style.name)),
      delete: (style, _args, { workbook }) => {
        if (style.readOnly) throw new HostError("AccessDenied", `${style.name} is Excel's own`);
        workbook.tableStyles.splice(workbook.tableStyles.indexOf(style), 1);
      },
    },
  },
} satisfies PartialRegistry;
