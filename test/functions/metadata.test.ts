import Ajv from "ajv";
import { functions } from "../../src/functions";
import { functionsJson, helpPath } from "../../src/functions/metadata";
import { htmlFiles } from "../../scripts/docs/pages";
import released from "./released.json";

/** [docs] The parts of Microsoft's custom-functions.schema.json that Excel checks when it installs the functions. */
const schema = {
  type: "object",
  required: ["functions"],
  additionalProperties: false,
  properties: {
    allowCustomDataForDataTypeAny: { type: "boolean" },
    allowErrorForDataTypeAny: { type: "boolean" },
    enums: {
      type: "array",
      items: {
        type: "object",
        required: ["id", "type", "values"],
        additionalProperties: false,
        properties: {
          id: { type: "string", pattern: "^[A-Z][A-Z0-9_]*$" },
          type: { enum: ["string", "number"] },
          values: {
            type: "array",
            minItems: 1,
            items: {
              type: "object",
              required: ["name", "value"],
              additionalProperties: false,
              properties: {
                name: { type: "string" },
                value: { type: "string" },
                tooltip: { type: "string" },
              },
            },
          },
        },
      },
    },
    functions: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["id", "name", "parameters", "result"],
        additionalProperties: false,
        properties: {
          // Ids and names begin with a letter and hold letters, digits, _ and . only.
          id: { type: "string", pattern: "^[A-Z]+$", maxLength: 64 },
          name: { type: "string", pattern: "^[A-Z]+$", minLength: 3, maxLength: 64 },
          description: { type: "string", minLength: 1, maxLength: 128 },
          helpUrl: { type: "string", pattern: "^https://" },
          parameters: {
            type: "array",
            maxItems: 255,
            items: {
              type: "object",
              required: ["name", "type", "dimensionality"],
              additionalProperties: false,
              properties: {
                name: { type: "string", minLength: 1, maxLength: 64 },
                description: { type: "string", minLength: 1, maxLength: 512 },
                type: { enum: ["any", "string", "number", "boolean"] },
                dimensionality: { enum: ["scalar", "matrix"] },
                optional: { type: "boolean" },
                repeating: { type: "boolean" },
                customEnumId: { type: "string" },
              },
            },
          },
          result: {
            type: "object",
            required: ["type", "dimensionality"],
            additionalProperties: false,
            properties: { type: { enum: ["any"] }, dimensionality: { enum: ["matrix"] } },
          },
        },
      },
    },
  },
};

describe.each(["sv", "en"] as const)("functions.json in %s", (language) => {
  const json = functionsJson(language, "https://exempel.se/koll/");

  test("follows Microsoft's schema", () => {
    const validate = new Ajv().compile(schema);
    validate(json);
    expect(validate.errors).toBeNull();
  });

  test("lets errors through, so that each comes out in its own cell", () => {
    expect(json.allowErrorForDataTypeAny).toBe(true);
  });

  test("has no required parameter after an optional one, and repeats only the last", () => {
    for (const { parameters } of json.functions) {
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      if (firstOptional >= 0)
        expect(parameters.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
      expect(parameters.slice(0, -1).some(({ repeating }) => repeating)).toBe(false);
      // office-js issue 2732: a repeating matrix that is required stops the installation.
      for (const { repeating, optional } of parameters) if (repeating) expect(optional).toBe(true);
    }
  });

  test("offers the words of every option, and no list that no one uses", () => {
    const used = new Set<string>();
    for (const [i, { parameters }] of json.functions.entries()) {
      parameters.forEach(({ customEnumId }, p) => {
        const definition = functions[i].parameters[p];
        expect(customEnumId !== undefined).toBe(definition.kind === "option");
        if (customEnumId === undefined || definition.kind !== "option") return;
        used.add(customEnumId);
        const offered = json.enums.find(({ id }) => id === customEnumId)!.values;
        expect(offered.map(({ value }) => value).sort()).toEqual([...definition.options!].sort());
        for (const { tooltip } of offered) expect(tooltip.length).toBeGreaterThan(5);
      });
    }
    expect(json.enums.map(({ id }) => id).sort()).toEqual([...used].sort());
  });

  test("points to a help page that is built", () => {
    const pages = new Set(htmlFiles().map(({ path }) => path));
    for (const { id, helpUrl } of json.functions) {
      expect(helpUrl).toBe(`https://exempel.se/koll/${helpPath(id, language)}`);
      expect(pages).toContain(helpPath(id, language));
    }
  });
});

test("the two languages differ in words only", () => {
  const bones = (language: "sv" | "en") =>
    functionsJson(language).functions.map(({ id, name, parameters, result }) => ({
      id,
      name,
      result,
      parameters: parameters.map(({ type, dimensionality, optional, repeating, customEnumId }) => ({
        type,
        dimensionality,
        optional,
        repeating,
        customEnumId,
      })),
    }));
  expect(bones("en")).toEqual(bones("sv"));
});

describe("what has been released never changes (formulas in saved workbooks call it)", () => {
  const now = new Map(functions.map((definition) => [definition.id, definition]));

  test.each(Object.entries(released))("%s", (id, parameters) => {
    const definition = now.get(id)!;
    const given = definition.parameters.map(({ name, kind, repeating, optional, ...rest }) => ({
      name: name.sv,
      kind,
      ...(repeating && { repeating }),
      ...(optional && { optional }),
      ...("options" in rest && { options: rest.options }),
      ...("fallback" in rest && rest.fallback !== undefined && { default: rest.fallback }),
    }));
    // Parameters may be appended, and words added to an option, but nothing that is there may move.
    parameters.forEach((parameter, i) => {
      const { options, ...before } = parameter as { options?: string[] };
      const { options: offered, ...current } = given[i];
      expect(current).toEqual(before);
      if (options) expect(offered).toEqual(expect.arrayContaining(options));
    });
    for (const added of given.slice(parameters.length)) expect(added.optional).toBe(true);
  });

  test("a new function is entered in the list when it is released", () => {
    expect(functions.map(({ id }) => id).filter((id) => !(id in released))).toEqual([]);
  });
});
