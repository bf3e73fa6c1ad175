import type { Batch } from "./batch";
import type { Method, ObjectType, Registry } from "./definition";
import { asHostError, HostError, invalidArgument, itemNotFound, notImplemented } from "./errors";
import type { ActionInfo, ArgumentInfo, ObjectPathInfo, QueryInfo, ReplyBody, RequestBody } from "./protocol";
import { HostObject, type TypeName } from "./targets";

/** What the interpreter asks of the host while it runs. */
export interface Environment extends Batch {
  readonly registry: Registry;
  keep(object: HostObject): string;
  register(event: number, target: string, on: boolean): void;
  /** Resolves when values are as they should be read; undefined when they already are. */
  ready(): Promise<void> | undefined;
}

type Untyped = ObjectType<unknown>;

const wireName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const memberName = (wire: string) => wire.charAt(0).toLowerCase() + wire.slice(1);

/**
 * Runs a request's actions in order. An error ends it: what was done before stays done and is answered with the
 * error, as Excel does.
 */
export async function runRequest(request: RequestBody, environment: Environment): Promise<ReplyBody> {
  const run = new Run(request, environment);
  const reply: ReplyBody = { Results: [], Error: null, TraceIds: [] };
  for (let index = 0; index < request.Actions.length; index++) {
    const action = request.Actions[index];
    try {
      if (action.ActionType === traceAction) {
        reply.TraceIds!.push(action.Id);
        reply.Results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      const result = run.action(action);
      reply.Results.push({
        ActionId: action.Id,
        Value: result instanceof Promise ? await result : result,
      });
    } catch (error) {
      const failure = asHostError(error);
      reply.Error = {
        Code: failure.code,
        Message: failure.message,
        Location: run.location,
        ActionIndex: index,
        HttpStatusCode: failure.status,
      };
      if (failure.detail && failure.code !== "NotImplemented") reply.Error.Location += ` (${failure.detail})`;
      break;
    }
  }
  return reply;
}

const [instantiateAction, queryAction, methodAction, setAction, traceAction, unchangedAction] = [
  1, 2, 3, 4, 5, 8,
];

class Run {
  /** Type and member the last action was about, for the error. */
  location = "";
  private readonly resolved = new Map<number, HostObject | null>();
  /** Properties of the query at hand whose values have to be calculated first. */
  private awaited: Promise<void>[] = [];

  constructor(
    private readonly request: RequestBody,
    private readonly environment: Environment,
  ) {}

  action(action: ActionInfo): unknown {
    switch (action.ActionType) {
      case instantiateAction:
        return then(this.path(action.ObjectPathId), (object) => this.identity(object));
      case queryAction:
        return then(this.path(action.ObjectPathId), (object) => this.query(object, action.QueryInfo ?? {}));
      case methodAction:
        return then(this.path(action.ObjectPathId), (object) => this.method(object, action));
      case setAction:
        return then(this.path(action.ObjectPathId), (object) => this.set(object, action));
      case unchangedAction:
        return null;
      default:
        throw new HostError(
          "NotImplemented",
          `Requests of kind ${action.ActionType} are not modelled by the workbench.`,
        );
    }
  }

  private type(object: HostObject): Untyped {
    return this.environment.registry[object.type] as Untyped;
  }

  /** The object a path leads to; null for a null object and everything below it. */
  private path(id: number): HostObject | null | Promise<HostObject | null> {
    const known = this.resolved.get(id);
    if (known !== undefined) {
      this.checkExists(known);
      return known;
    }
    const info = this.request.ObjectPaths[id];
    if (!info) throw new HostError("GeneralException", `no object path ${id}`);
    return then(this.follow(info), (object) => {
      this.resolved.set(id, object);
      return object;
    });
  }

  private checkExists(object: HostObject | null): void {
    if (!object) return;
    const { exists } = this.type(object);
    if (exists && !exists(object.target, this.environment)) throw itemNotFound(object.type);
  }

  private follow(info: ObjectPathInfo): HostObject | null | Promise<HostObject | null> {
    const { environment } = this;
    if (info.ObjectPathType === 1) return new HostObject("Workbook", environment.workbook);
    if (info.ObjectPathType === 7) return null;
    if (info.ObjectPathType === 6) {
      const kept = environment.reference(info.Name ?? "");
      if (!kept) throw new HostError("InvalidReference", "the range is no longer tracked");
      return kept;
    }
    if (info.ObjectPathType === 2) throw notImplemented("Service", info.Name ?? "");
    return then(this.path(info.ParentObjectPathId!), (parent) => {
      if (!parent) return null;
      this.checkExists(parent);
      const type = this.type(parent);
      if (info.ObjectPathType === 4) {
        const name = memberName(info.Name!);
        this.location = `${parent.type}.${name}`;
        const navigate = type.navigation?.[name];
        if (!navigate) throw notImplemented(parent.type, name);
        return navigate(parent.target, environment);
      }
      return then(this.args(info.ArgumentInfo), (args) => {
        if (info.ObjectPathType === 5) {
          this.location = `${parent.type}.getItem`;
          return this.item(parent, args[0]);
        }
        return this.call(parent, info.Name!, args) as HostObject | null | Promise<HostObject | null>;
      });
    });
  }

  private item(parent: HostObject, key: unknown): HostObject {
    const type = this.type(parent);
    if (!type.item) throw notImplemented(parent.type, "getItem");
    const found = type.item(parent.target, key, this.environment);
    if (!found) throw itemNotFound(String(key));
    return found;
  }

  /** A method's arguments, objects in place of the numbers the client sends for them. */
  private args(info: ArgumentInfo | undefined): unknown[] | Promise<unknown[]> {
    const args = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds;
    if (!references) {
      const within = args.map((arg) => this.withObjects(arg));
      return within.some((value) => value instanceof Promise) ? Promise.all(within) : within;
    }
    const pending = references.map((reference, index) => {
      if (typeof reference === "number" && reference !== 0) return this.path(reference);
      if (Array.isArray(reference))
        return this.args({ Arguments: args[index] as unknown[], ReferencedObjectPathIds: reference });
      return args[index];
    });
    return pending.some((value) => value instanceof Promise) ? Promise.all(pending) : pending;
  }

  /** Objects inside a plain object, as a validation's list from a range, come as the number of their path. */
  private withObjects(arg: unknown): unknown {
    if (typeof arg !== "object" || arg === null || Array.isArray(arg)) return arg;
    const { _ObjectPathId: id } = arg as { _ObjectPathId?: unknown };
    if (typeof id === "number") return this.path(id);
    const entries = Object.entries(arg).map(([key, value]) => [key, this.withObjects(value)] as const);
    if (entries.every(([key, value]) => value === (arg as Record<string, unknown>)[key])) return arg;
    const waiting = entries.map(([key, value]) => then(value, (settled) => [key, settled] as const));
    return waiting.some((one) => one instanceof Promise)
      ? Promise.all(waiting).then(Object.fromEntries)
      : Object.fromEntries(waiting as (readonly [string, unknown])[]);
  }

  private findMethod(object: HostObject, name: string): Method<unknown> | undefined {
    const type = this.type(object);
    const found = type.methods?.[name];
    if (found) return typeof found === "function" ? { run: found } : found;
    if (name === "getCount" && type.items) {
      return { run: (target, _args, batch) => type.items!(target, batch).length };
    }
    if (name === "getItem" && type.item) {
      return { run: (_target, [key]) => this.item(object, key) };
    }
    if (name === "getItemAt" && type.items) {
      return {
        run: (target, [index], batch) => {
          const found = type.items!(target, batch)[index as number];
          if (!found) throw itemNotFound(`number ${String(index)}`);
          return found;
        },
      };
    }
    if (name.endsWith("OrNullObject")) {
      const base = this.findMethod(object, name.slice(0, -"OrNullObject".length));
      return (
        base && {
          ...base,
          run: (target, args, batch) => {
            const orNull = (error: unknown) => {
              if (asHostError(error).code === "ItemNotFound") return null;
              throw error;
            };
            try {
              const result = base.run(target, args, batch);
              return result instanceof Promise ? result.catch(orNull) : result;
            } catch (error) {
              return orNull(error);
            }
          },
        }
      );
    }
    return undefined;
  }

  private call(object: HostObject, wire: string, args: unknown[]): unknown {
    const name = memberName(wire);
    this.location = `${object.type}.${name}`;
    const method = this.findMethod(object, name);
    if (!method) throw notImplemented(object.type, name);
    const run = () => method.run(object.target, args, this.environment);
    const ready = method.calculated ? this.environment.ready() : undefined;
    return ready ? ready.then(run) : run();
  }

  private method(object: HostObject | null, action: ActionInfo): unknown {
    if (!object) return null;
    this.checkExists(object);
    const type = this.type(object);
    const name = action.Name;
    if (name === "_KeepReference" && type.referenced) {
      this.environment.keep(object);
      return null;
    }
    const event = /^_(Register|Unregister)(\w+)$/.exec(name);
    if (event) {
      const number = type.events?.[event[2]];
      if (number === undefined)
        throw notImplemented(object.type, `on${event[2].replace(/^Event|Event$/g, "")}`);
      const target = type.eventTarget?.(object.target) ?? "Workbook";
      this.environment.register(number, target, event[1] === "Register");
      return null;
    }
    return then(this.args(action.ArgumentInfo), (args) =>
      then(this.call(object, name, args), (result) => this.answer(result)),
    );
  }

  private answer(result: unknown): unknown {
    if (result instanceof HostObject) return this.identity(result);
    return result === undefined ? null : result;
  }

  private set(object: HostObject | null, action: ActionInfo): unknown {
    if (!object) return null;
    const name = memberName(action.Name);
    this.location = `${object.type}.${name}`;
    const property = this.type(object).properties?.[name];
    if (!property) throw notImplemented(object.type, name);
    if (!property.set) throw invalidArgument(`${name} is read-only`);
    if (property.local && !this.english) throw this.notLocal(object, name);
    const { set } = property;
    return then(this.args(action.ArgumentInfo), ([value]) => {
      set(object.target, value, this.environment);
      return null;
    });
  }

  /** What the client needs to find an object again. */
  private identity(object: HostObject | null): unknown {
    if (!object) return null;
    this.checkExists(object);
    const { id } = this.type(object);
    return {
      ...(id && { [id.wire]: id.of(object.target, this.environment) }),
      ...(object.referenceId && { _ReferenceId: object.referenceId }),
    };
  }

  private query(object: HostObject | null, info: QueryInfo): unknown {
    if (!object) return null;
    this.checkExists(object);
    const wanted = selection(info);
    if (this.needsValues(object.type, wanted)) {
      const ready = this.environment.ready();
      if (ready) return ready.then(() => this.answered(object, wanted, info));
    }
    return this.answered(object, wanted, info);
  }

  private answered(object: HostObject, wanted: Selection, info: QueryInfo): unknown {
    this.awaited = [];
    const result = this.read(object, wanted, info);
    return this.awaited.length > 0 ? Promise.all(this.awaited).then(() => result) : result;
  }

  private get english(): boolean {
    return this.environment.locale.startsWith("en");
  }

  private notLocal(object: HostObject, name: string): HostError {
    return notImplemented(object.type, `${name} (${this.environment.locale})`);
  }

  private put(result: Record<string, unknown>, name: string, value: unknown): void {
    result[wireName(name)] = value;
    if (value instanceof Promise)
      this.awaited.push(value.then((settled) => void (result[wireName(name)] = settled)));
  }

  /** Whether anything asked for is calculated; asked before reading, so that reading itself need not wait. */
  private needsValues(typeName: TypeName, wanted: Selection): boolean {
    const type = this.environment.registry[typeName] as Untyped;
    if (type.items) return true;
    const properties = Object.entries(type.properties ?? {});
    return (
      properties.some(
        ([name, property]) =>
          property.calculated &&
          ((wanted.all && !property.onlyByName) || wanted.members.has(name.toLowerCase())),
      ) || [...wanted.members.values()].some((member) => member.members.size > 0 || member.all)
    );
  }

  private read(object: HostObject, wanted: Selection, paging: QueryInfo): Record<string, unknown> {
    const type = this.type(object);
    const result = (this.identity(object) ?? {}) as Record<string, unknown>;
    if (!type.items) {
      this.readMembers(object, type, wanted, result);
      return result;
    }
    // Members of a collection's items may be asked for with "items/name" or with "name" alone.
    const ofItems = newSelection();
    if (wanted.all && wanted.members.size === 0) ofItems.all = true;
    const own = newSelection();
    for (const [name, member] of wanted.members) {
      if (name === "items") {
        if (member.members.size === 0 && !member.none) ofItems.all = true;
        merge(ofItems, member);
      } else if (Object.keys(type.properties ?? {}).some((known) => known.toLowerCase() === name)) {
        own.members.set(name, member);
      } else {
        ofItems.members.set(name, member);
      }
    }
    this.readMembers(object, type, own, result);
    if (ofItems.all || ofItems.members.size > 0 || wanted.members.has("items")) {
      const items = type.items(object.target, this.environment);
      const from = paging.Skip ?? 0;
      const page = items.slice(from, paging.Top === undefined ? undefined : from + paging.Top);
      result._Items = page.map((item) => this.read(item, ofItems, {}));
    }
    return result;
  }

  private readMembers(
    object: HostObject,
    type: Untyped,
    wanted: Selection,
    result: Record<string, unknown>,
  ): void {
    const properties = type.properties ?? {};
    if (wanted.all) {
      for (const [name, property] of Object.entries(properties)) {
        if (property.onlyByName || !property.get || (property.local && !this.english)) continue;
        this.location = `${object.type}.${name}`;
        this.put(result, name, property.get(object.target, this.environment));
      }
    }
    for (const [lower, member] of wanted.members) {
      const name = findName(properties, lower);
      if (name) {
        this.location = `${object.type}.${name}`;
        const { get, local } = properties[name];
        if (local && !this.english) throw this.notLocal(object, name);
        if (!get) throw notImplemented(object.type, name);
        this.put(result, name, get(object.target, this.environment));
        continue;
      }
      const navigation = findName(type.navigation ?? {}, lower);
      if (!navigation) throw notImplemented(object.type, member.name);
      this.location = `${object.type}.${navigation}`;
      const child = type.navigation![navigation](object.target, this.environment);
      // A property that is an object, asked for as it is, comes with all its own plain properties.
      const inner = member.members.size === 0 && !member.all ? { ...newSelection(), all: true } : member;
      result[wireName(navigation)] = child ? this.read(child, inner, {}) : null;
    }
  }
}

const names = new WeakMap<object, Map<string, string>>();

function findName(members: object, lower: string): string | undefined {
  let known = names.get(members);
  if (!known)
    names.set(members, (known = new Map(Object.keys(members).map((name) => [name.toLowerCase(), name]))));
  return known.get(lower);
}

/** What a load asked for: everything plain (`all`), and members with what is asked of them. */
interface Selection {
  /** As the client wrote it. */
  name: string;
  all: boolean;
  /** "$none": the object and nothing of it. */
  none: boolean;
  members: Map<string, Selection>;
}

const newSelection = (name = ""): Selection => ({ name, all: false, none: false, members: new Map() });

function selection({ Select, Expand }: QueryInfo): Selection {
  const root = newSelection();
  for (const path of Select ?? []) add(root, path);
  for (const path of Expand ?? []) add(root, `${path}/*`);
  if (!Select || Select.length === 0) root.all = true;
  return root;
}

function add(root: Selection, path: string): void {
  let at = root;
  for (const part of path.trim().split("/")) {
    const name = part.trim().toLowerCase();
    if (name === "") return;
    if (name === "*" || name === "$all") {
      at.all = true;
      return;
    }
    if (name === "$none") {
      at.none = true;
      return;
    }
    let member = at.members.get(name);
    if (!member) at.members.set(name, (member = newSelection(memberName(part.trim()))));
    at = member;
  }
}

function merge(into: Selection, from: Selection): void {
  into.all ||= from.all;
  for (const [name, member] of from.members) {
    const known = into.members.get(name);
    if (known) merge(known, member);
    else into.members.set(name, member);
  }
}

/** Goes on at once where the value is there, later where it is a promise: most requests never wait. */
function then<A, B>(value: A | Promise<A>, next: (value: A) => B | Promise<B>): B | Promise<B> {
  return value instanceof Promise ? value.then(next) : next(value);
}
