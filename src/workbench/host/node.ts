import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, Script } from "node:vm";
import type { Bridge } from "./bridge";
import type { Host, Session } from "./host";
import { isSetSupported } from "./requirements";

/** Microsoft's client over a host, with the names an add-in finds on its page. */
export interface Client {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  /** Excel.run of this client. */
  run: typeof Excel.run;
  session: Session;
  close(): void;
}

let script: Script | null = null;

/** The client as Microsoft ships it, compiled once; each client runs it in a world of its own. */
function clientScript(): Script {
  if (!script) {
    const require = createRequire(`${process.cwd()}/package.json`);
    const file = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
    script = new Script(readFileSync(file, "utf8"), { filename: file });
  }
  return script;
}

/**
 * JavaScript's own objects, declared in the client's world as a page has them: at hand. In a context of node:vm each look
 * at a global asks the sandbox first, a tenth of a microsecond that the client would pay several times for every cell.
 */
const builtIns = new Script(
  ["Array", "Date", "Error", "Function", "JSON", "Math", "Number", "Object", "RegExp", "String"]
    .map((name) => `let ${name} = globalThis.${name};`)
    .join("\n"),
);

/** Opens a client of its own on a host. What one client holds, another can't see. */
export function openClient(
  host: Host,
  requirements: (set: string, version: string) => boolean = isSetSupported,
): Client {
  const session = host.connect();
  const world = browserStub(session.bridge);
  const context = createContext(world);
  builtIns.runInContext(context);
  clientScript().runInContext(context);
  const loaded = world as unknown as {
    Excel: typeof Excel;
    OfficeExtension: typeof OfficeExtension & { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  };
  world.Office = { context: { requirements: { isSetSupported: requirements } } };
  loaded.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return {
    Excel: loaded.Excel,
    OfficeExtension: loaded.OfficeExtension,
    run: loaded.Excel.run,
    session,
    close: () => session.close(),
  };
}

/** The little of a browser the client looks at while it loads. */
function browserStub(bridge: Bridge): Record<string, unknown> {
  const element = () => ({ style: {}, setAttribute() {}, appendChild() {} });
  const location = {
    href: "https://localhost/",
    origin: "https://localhost",
    protocol: "https:",
    host: "localhost",
    hostname: "localhost",
    pathname: "/",
    search: "",
    hash: "",
  };
  const storage = { getItem: () => null, setItem() {}, removeItem() {} };
  const world: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    location,
    sessionStorage: storage,
    localStorage: storage,
    navigator: { userAgent: "Node", platform: "Node", appName: "", appVersion: "" },
    document: {
      URL: location.href,
      location,
      cookie: "",
      documentElement: {},
      head: { appendChild() {} },
      body: { appendChild() {} },
      createElement: element,
      getElementById: () => null,
      getElementsByTagName: () => [],
      addEventListener() {},
    },
    addEventListener() {},
    removeEventListener() {},
  };
  world.window = world;
  world.self = world;
  return world;
}
