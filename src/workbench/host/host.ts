import type { Area } from "../../workbook/address";
import type { BlankMode, Calculator } from "../calc/calculator";
import type { Sheet } from "../model/sheet";
import type { ModelChange, Workbook } from "../model/workbook";
import type { Bridge } from "./bridge";
import { makeBridge } from "./bridge";
import { rangeOf } from "./batch";
import { Calculation } from "./calculation";
import { HostError } from "./errors";
import { events } from "./events";
import { type Environment, runRequest } from "./interpreter";
import { LiveRanges } from "./liveRanges";
import type { BridgeRequest, RequestBody } from "./protocol";
import { eventCategory, workbookTarget } from "./protocol";
import { registry } from "./registry";
import type { HostObject } from "./targets";

export interface HostOptions {
  /** Without one, formulas keep the values they were given. */
  calculator?: Calculator;
  /** How blank cells reach custom functions; the calculator acts on it, the host tells it. */
  blank?: BlankMode;
  /** How `text` is printed and what local formulas look like: "en-US" (default) or "sv-SE". */
  locale?: string;
  /** Who comments are signed by. */
  user?: string;
}

/** One workbook opened for clients. */
export interface Host {
  readonly workbook: Workbook;
  readonly options: HostOptions;
  /** A client's own line to the workbook; several may be open at once. */
  connect(): Session;
  dispose(): void;
}

export interface Session {
  readonly bridge: Bridge;
  close(): void;
}

/** Excel on the web refuses requests and answers larger than this (bytes). */
const payloadLimit = 5 * 1024 * 1024;

export function createHost(workbook: Workbook, options: HostOptions = {}): Host {
  const calculation = new Calculation(workbook, options.calculator);
  const sessions = new Set<ClientSession>();
  const live = new LiveRanges();
  let acting: ClientSession | null = null;
  let line: Promise<unknown> = Promise.resolve();

  const stop = workbook.onChange((change) => {
    live.follow(change);
    calculation.note(change);
    for (const session of sessions) session.note(change, acting ? acting === session : !foreign(change));
    if (acting === null) queueMicrotask(flush);
  });
  const flush = () => sessions.forEach((session) => session.flush());

  const host: Host = {
    workbook,
    options,
    connect() {
      const session = new ClientSession(
        workbook,
        options,
        calculation,
        live,
        (work) => {
          // One request at a time, in the order they came, whichever client sent them.
          line = line.then(async () => {
            acting = session;
            try {
              await work();
            } finally {
              acting = null;
            }
            await calculation.settle();
            flush();
          });
          return line;
        },
        () => sessions.delete(session),
      );
      sessions.add(session);
      return session;
    },
    dispose() {
      stop();
      sessions.clear();
      options.calculator?.dispose();
    },
  };
  return host;
}

/** Changes through the API that no client of this host makes are a co-author's. */
const foreign = ({ source }: ModelChange) => source === "api" || source === "remote";

class ClientSession implements Session {
  readonly bridge: Bridge;
  private readonly push: (text: string) => void;
  private readonly kept = new Map<string, HostObject>();
  /** How many handlers, by event and target. */
  private registered = new Map<string, number>();
  private pending: object[] = [];
  private nextReference = 1;
  private eventsEnabled = true;

  constructor(
    private readonly workbook: Workbook,
    private readonly options: HostOptions,
    private readonly calculation: Calculation,
    private readonly live: LiveRanges,
    private readonly inTurn: (work: () => Promise<void>) => Promise<unknown>,
    private readonly leave: () => void,
  ) {
    const { bridge, push } = makeBridge((text, reply) => {
      void this.inTurn(async () => reply(await this.answer(text)));
    });
    this.bridge = bridge;
    this.push = push;
  }

  close(): void {
    this.kept.forEach((object) => this.live.forget(object));
    this.kept.clear();
    this.registered.clear();
    this.leave();
  }

  private async answer(text: string): Promise<string> {
    const request = JSON.parse(text) as BridgeRequest;
    const message =
      text.length > payloadLimit ? tooLarge("RequestPayloadSizeLimitExceeded") : await this.run(request);
    const reply = JSON.stringify({ id: request.id, type: 2, flags: 0, message });
    if (reply.length <= payloadLimit) return reply;
    return JSON.stringify({
      id: request.id,
      type: 2,
      flags: 0,
      message: tooLarge("ResponsePayloadSizeLimitExceeded"),
    });
  }

  private async run({ message }: BridgeRequest): Promise<object> {
    const body = (typeof message.body === "string" ? JSON.parse(message.body) : message.body) as RequestBody;
    const scratch = this.live.begin();
    const reply = await runRequest(body, this.environment());
    this.live.end(scratch);
    this.calculation.resume();
    return { statusCode: 200, headers: {}, body: reply };
  }

  private environment(): Environment {
    const { workbook, options, calculation, live, kept } = this;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the accessors below have a "this" of their own
    const session = this;
    const keep = (object: HostObject) => {
      if (!object.referenceId) object.referenceId = `R${this.nextReference++}`;
      kept.set(object.referenceId, object);
      live.keep(object);
      return object.referenceId;
    };
    return {
      workbook,
      registry,
      source: "api",
      locale: options.locale ?? "en-US",
      user: options.user ?? "",
      live: (sheet, area) => live.track(sheet, area),
      suspendCalculation: () => calculation.suspend(),
      calculate: (all) => calculation.now(all),
      ready: () => calculation.ready(),
      keep,
      reference: (id) => kept.get(id),
      release: (id) => {
        const object = kept.get(id);
        if (object) live.forget(object);
        kept.delete(id);
      },
      referenceCount: () => kept.size,
      isProtected: (sheet) => sheet.protection !== null,
      evaluate: (formula, sheet, row, column) => calculation.evaluate(formula, sheet, row, column),
      get eventsEnabled() {
        return session.eventsEnabled;
      },
      set eventsEnabled(on) {
        session.eventsEnabled = on;
      },
      register: (event, target, on) => {
        const key = `${event} ${target}`;
        const count = (this.registered.get(key) ?? 0) + (on ? 1 : -1);
        if (count > 0) this.registered.set(key, count);
        else this.registered.delete(key);
      },
    };
  }

  /** A range told of in an event: the client may ask for it by number for as long as the session lasts. */
  private remember({ sheet, area }: { sheet: Sheet; area: Area }): string {
    const object = rangeOf(this.environment(), sheet, area);
    object.referenceId = `R${this.nextReference++}`;
    this.kept.set(object.referenceId, object);
    this.live.keep(object);
    return object.referenceId;
  }

  /** Writes down what those who listen now are to hear, as things stand now. */
  note(change: ModelChange, own: boolean): void {
    if (!this.eventsEnabled || this.registered.size === 0) return;
    for (const { type, target: about, everywhere, args, range } of events(this.workbook, change, own)) {
      for (const target of everywhere ? [about, workbookTarget] : [about]) {
        if (!this.registered.has(`${type} ${target}`)) continue;
        this.pending.push({
          messageCategory: eventCategory,
          messageType: type,
          targetId: target,
          message: JSON.stringify(range ? { ...args, referenceId: this.remember(range) } : args),
          id: "",
        });
      }
    }
  }

  /** Sends what has happened since last time to those who asked for it. */
  flush(): void {
    if (this.pending.length === 0) return;
    const entries = this.pending;
    this.pending = [];
    this.push(JSON.stringify({ type: 3, message: { entries } }));
  }
}

function tooLarge(code: string): object {
  const { message, status } = new HostError(code);
  return {
    statusCode: status,
    headers: {},
    body: JSON.stringify({ error: { code, message } }),
  };
}
