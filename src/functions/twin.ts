import type { Parameter } from "./core/parameter";
import { hasTwin, type TwinVariant } from "./core/help";
import { functionHelp } from "./help";
import { functions } from "./index";

/**
 * The native formula (without "=") that gives the same as `KOLL.<id>(args)`, or null where there is none. Arguments are
 * formula texts, undefined = omitted. `modern`: LET and LAMBDA may be used.
 */
export function nativeTwin(
  id: string,
  args: readonly (string | undefined)[],
  modern: boolean,
): string | null {
  const definition = functions.find((known) => known.id === id);
  const twin = functionHelp(id)?.twin;
  if (!definition || !twin || !hasTwin(twin)) return null;
  const given = new Map(
    definition.parameters.map((parameter, i) => [parameter.name.sv, argumentsOf(parameter, args, i)]),
  );
  const variant = twin.variants.find(({ when = {} }) =>
    Object.entries(when).every(([name, call]) =>
      matches(definition.parameters, name, call, given.get(name)!),
    ),
  );
  if (!variant) return null;
  const omitted = definition.parameters.filter(
    ({ name, optional }) =>
      optional && given.get(name.sv)!.length === 0 && !(name.sv in (variant.when ?? {})),
  );
  for (const { name, ...parameter } of omitted) {
    if (!("fallback" in parameter) || parameter.fallback === undefined) {
      if (uses(variant, name.sv)) return null;
    } else given.set(name.sv, [literal(parameter.fallback)]);
  }
  const template = modern ? variant.formula : (variant.classic ?? variant.formula);
  return template.replace(/\{([^{}|]+)(\|\+)?\}/g, (_, name: string) =>
    given.get(name)!.map(bracketed).join("+"),
  );
}

const argumentsOf = (
  parameter: Parameter,
  args: readonly (string | undefined)[],
  position: number,
): string[] =>
  (parameter.repeating ? args.slice(position) : [args[position]]).filter((text) => text !== undefined);

function matches(
  parameters: readonly Parameter[],
  name: string,
  call: string,
  given: readonly string[],
): boolean {
  if (call === "given") return given.length > 0;
  if (call === "omitted") return given.length === 0;
  const parameter = parameters.find((known) => known.name.sv === name)!;
  const fallback = "fallback" in parameter ? parameter.fallback : undefined;
  return (given.length === 0 ? literal(fallback) : given[0].toLowerCase()) === literal(call);
}

const uses = ({ formula }: TwinVariant, name: string) => formula.includes(`{${name}}`);
const literal = (value: unknown) => (typeof value === "string" ? `"${value}"` : String(value));

/** References, numbers and function calls stand as they are; anything else in brackets. */
function bracketed(text: string): string {
  return /^(?:\d+(?:\.\d+)?|"[^"]*"|\{[^{}]*\}|(?:'[^']+'!|[\p{L}\p{N}_.]+!)?\$?[\p{L}_]+\$?[\p{L}\p{N}_.]*(?::\$?[A-Z]+\$?\d*)?)$/u.test(
    text,
  )
    ? text
    : `(${text})`;
}
