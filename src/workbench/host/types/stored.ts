import type { CustomXmlPart } from "../../model/workbook";
import type { Batch } from "../batch";
import { type PartialRegistry, text, value } from "../definition";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { object } from "../targets";
import { namespaceOf } from "../xmlPart";

const exists = (part: CustomXmlPart, { workbook }: Batch) => workbook.customXmlParts.includes(part);

const byId = (parts: CustomXmlPart[], key: unknown) => {
  const found = parts.find(({ id }) => id.toLowerCase() === text(key).toLowerCase());
  return found ? object("CustomXmlPart", found) : null;
};

function newId(parts: CustomXmlPart[]): string {
  const taken = new Set(parts.map(({ id }) => id.toLowerCase()));
  for (let n = parts.length + 1; ; n++) {
    const id = `{4B4F4C4C-0000-4000-8000-${n.toString(16).toUpperCase().padStart(12, "0")}}`;
    if (!taken.has(id.toLowerCase())) return id;
  }
}

/** What is kept in the file beside the sheets: custom XML parts and the add-in's settings. */
export const storedTypes = {
  CustomXmlPartCollection: {
    items: (workbook) => workbook.customXmlParts.map((part) => object("CustomXmlPart", part)),
    item: (workbook, key) => byId(workbook.customXmlParts, key),
    methods: {
      add: (workbook, [xml]) => {
        const part: CustomXmlPart = { id: newId(workbook.customXmlParts), xml: wellFormed(xml) };
        workbook.customXmlParts.push(part);
        return object("CustomXmlPart", part);
      },
      getByNamespace: (workbook, [uri]) =>
        object(
          "CustomXmlPartScopedCollection",
          workbook.customXmlParts.filter(({ xml }) => namespaceOf(xml) === text(uri)),
        ),
    },
  },
  CustomXmlPartScopedCollection: {
    items: (parts) => parts.map((part) => object("CustomXmlPart", part)),
    item: byId,
    methods: {
      getOnlyItem: (parts) => {
        if (parts.length === 0) throw itemNotFound("no part");
        if (parts.length > 1) throw new HostError("GeneralException", `${parts.length} parts, not one`);
        return object("CustomXmlPart", parts[0]);
      },
      // Null for none and for several ([docs] CustomXmlPartScopedCollection.getOnlyItemOrNullObject).
      getOnlyItemOrNullObject: (parts) => (parts.length === 1 ? object("CustomXmlPart", parts[0]) : null),
    },
  },
  CustomXmlPart: {
    id: { wire: "Id", of: ({ id }) => id },
    exists,
    properties: {
      id: value(({ id }) => id),
      namespaceUri: value(({ xml }) => namespaceOf(xml) ?? ""),
    },
    methods: {
      getXml: ({ xml }) => xml,
      setXml: (part, [xml]) => {
        part.xml = wellFormed(xml);
      },
      delete: (part, _args, { workbook }) => {
        workbook.customXmlParts.splice(workbook.customXmlParts.indexOf(part), 1);
      },
    },
  },

  SettingCollection: {
    items: (workbook) => [...workbook.settings.keys()].map((key) => object("Setting", { key })),
    // Keys are told apart by case ([docs] SettingCollection.getItem).
    item: (workbook, key) =>
      workbook.settings.has(text(key)) ? object("Setting", { key: text(key) }) : null,
    methods: {
      add: (workbook, [key, raw]) => {
        workbook.settings.set(text(key), json(raw));
        return object("Setting", { key: text(key) });
      },
    },
  },
  Setting: {
    id: { wire: "_Id", of: ({ key }) => key },
    exists: ({ key }, { workbook }) => workbook.settings.has(key),
    properties: {
      key: value(({ key }) => key),
      value: {
        get: ({ key }, { workbook }) => workbook.settings.get(key),
        set: ({ key }, raw, { workbook }) => void workbook.settings.set(key, json(raw)),
      },
    },
    methods: { delete: ({ key }, _args, { workbook }) => void workbook.settings.delete(key) },
  },
} satisfies PartialRegistry;

function wellFormed(raw: unknown): string {
  const xml = text(raw);
  if (namespaceOf(xml) === null) throw invalidArgument("the text is not well-formed XML");
  return xml;
}

function json(raw: unknown): unknown {
  if (raw === undefined) throw invalidArgument("a setting needs a value");
  return raw;
}
