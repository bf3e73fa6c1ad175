import ts from "typescript";
import type { Files } from "./archive";

/** A place in the built add-in that could send something away, or fetch what could. */
export interface Outbound {
  file: string;
  what: string;
}

/** Browser and Office ways out that have no use in the add-in, by name: as a variable, a member or a quoted key. */
const waysOut = new Set(
  (
    "fetch XMLHttpRequest ActiveXObject WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection sendBeacon " +
    "Worker SharedWorker serviceWorker importScripts eval FontFace requestSubmit openBrowserWindow displayDialogAsync " +
    "messageParent getAccessToken getAccessTokenAsync getCallbackTokenAsync WEBSERVICE"
  ).split(" "),
);
const constructors = new Set(["Image", "Audio", "Function"]);
const members = new Set("src srcset srcdoc action formAction href location innerHTML outerHTML".split(" "));
const attributes = new Set([...members, "formaction", "data", "background", "ping", "xlink:href"]);
const tags = new Set(
  "script img image form iframe frame object embed video audio source track base link".split(" "),
);
const address = /(https?|wss?|ftp):\/\/[^\s"'`<>]*|^\/\/\w[^\s]*/;

/**
 * What is known and harmless, by the code itself as minified, each with its reason. A name that a minifier chose is \w+,
 * so nothing else can hide behind an exception.
 */
const known: readonly { code: RegExp; why: string }[] = [
  {
    code: /^fetch\(`funktioner\.\$\{\w+\}\.json\?v=[\w.-]+`\)$/,
    why: "the add-in's own help, by language and version",
  },
  { code: /^\w+\.src=\w+(?=\),\w+\[\w+\]=\[\w+\])/, why: "webpack loads the add-in's own chunks" },
  {
    code: /^document\.createElement\("script"\),\w+\.charset="utf-8"/,
    why: "webpack loads the add-in's own chunks",
  },
  {
    code: /^importScripts&&\(\w+=globalThis\.location\+""\)/,
    why: "webpack asks whether it runs in a worker",
  },
  {
    code: /^\(0,\w+\.jsxs?\)\("form",\{(?:(?:className|"aria-label(?:ledby)?"):[\w.$"-]+,)*onSubmit:\w+=>\{\w+\.preventDefault\(\)/,
    why: "Enter in a field of the pane; nothing is submitted",
  },
  { code: /^fetch\("exempel\.csv\?v=[\w.-]+"\)$/, why: "the sample ledger that lies beside the page" },
  { code: /^https:\/\/react\.dev\/errors\/$/, why: "text in React's error messages" },
  {
    code: /^http:\/\/www\.w3\.org\/(2000\/svg|1998\/Math\/MathML|1999\/xlink|XML\/1998\/namespace)$/,
    why: "names of namespaces",
  },
  { code: /^\w+\.action=(null|\w+)(?=\})/, why: "React's own queue of updates" },
  {
    code: /^\w+\.src=\w+\.src:\w+\.srcSet&&/,
    why: "React starts again an image that the add-in made; it makes none",
  },
  {
    code: /^\w+\.srcset=\w+\.srcSet(?=\))/,
    why: "React starts again an image that the add-in made; it makes none",
  },
  {
    code: /^\(\w+=\w+\.createElement\("div"\)\)\.innerHTML="<script><\\\/script>"/,
    why: "React's script element, which the add-in never asks for",
  },
  { code: /^\w+\.innerHTML=\w+(?=\)?\}+(break|case))/, why: "React's dangerouslySetInnerHTML" },
  {
    code: /^\w+\.createElement\("(link|script)"\)(?=[,);])/,
    why: "React's preload and preinit, which the add-in never calls",
  },
  {
    code: /^\(\w+=\w+\.ownerDocument\|\|\w+\)\.createElement\("(link|script)"\)(?=\),\w+\(\w+,"link",\w+\))/,
    why: "React's stylesheets and scripts, which the add-in never makes",
  },
  {
    code: /^\(\w+\.ownerDocument\|\|\w+\)\.createElement\("link"\)(?=\))/,
    why: "React's stylesheets, which the add-in never makes",
  },
  {
    code: /^\w+\.setAttributeNS\("http:\/\/www\.w3\.org\/1999\/xlink","xlink:href",\w+\)/,
    why: "React's attribute, which the add-in never sets",
  },
  { code: /^\w+\.href=void 0(?=[,)])/, why: "Fluent takes the address away from a disabled link" },
];

/** Every way out of the built files that is not known to be harmless. */
export function outboundCalls(files: Files): Outbound[] {
  return [...files].flatMap(([file, bytes]) => {
    const text = Buffer.from(bytes).toString("utf8");
    const found = file.endsWith(".js")
      ? inScript(text)
      : file.endsWith(".html")
        ? inPage(text)
        : file.endsWith(".css")
          ? inStyles(text)
          : [];
    return found.map((what) => ({ file, what }));
  });
}

function inScript(text: string): string[] {
  const source = ts.createSourceFile("built.js", text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const found: string[] = [];
  const say = (node: ts.Node, code = text.slice(node.getStart(source), node.getStart(source) + 160)) => {
    if (!known.some((exception) => exception.code.test(code))) found.push(code.slice(0, 120));
  };
  const literal = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : null);
  const nameOf = (node: ts.Node): string | null =>
    ts.isIdentifier(node)
      ? node.text
      : ts.isPropertyAccessExpression(node)
        ? node.name.text
        : ts.isElementAccessExpression(node)
          ? literal(node.argumentExpression)
          : ts.isParenthesizedExpression(node)
            ? nameOf(node.expression)
            : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken
              ? nameOf(node.right)
              : null;

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && waysOut.has(node.text)) {
      const call = node.parent;
      // The known call is the whole call, arguments and all.
      if (ts.isCallExpression(call) && call.expression === node) say(call, call.getText(source));
      else say(node);
    }
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    ) {
      if (waysOut.has(node.text)) say(node);
      if (/\bWEBSERVICE\s*\(/i.test(node.text)) say(node);
      const url = address.exec(node.text);
      if (url) say(node, url[0]);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) say(node);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) visitCall(node);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const { left } = node;
      if (!ts.isIdentifier(left) && members.has(nameOf(left) ?? "")) say(node);
      if (ts.isIdentifier(left) && left.text === "location") say(node);
    }
    ts.forEachChild(node, visit);
  };

  const visitCall = (node: ts.CallExpression | ts.NewExpression): void => {
    const name = nameOf(node.expression) ?? "";
    const [first, second] = node.arguments ?? [];
    const bare =
      ts.isIdentifier(node.expression) ||
      /^(window|self|globalThis|top|parent)\b/.test(node.expression.getText(source));
    if (bare && (constructors.has(name) || name === "open")) say(node);
    if (/\blocation$/.test(receiver(node.expression, source)) && (name === "assign" || name === "replace"))
      say(node);
    if (name === "submit" || name === "insertAdjacentHTML") say(node);
    if (receiver(node.expression, source) === "document" && name.startsWith("write")) say(node);
    if (/^(createElement|createElementNS|jsx|jsxs)$/.test(name)) {
      const tag = literal(name === "createElementNS" ? second : first)?.toLowerCase();
      if (tag && tags.has(tag)) say(node, text.slice(node.getStart(source), node.getStart(source) + 160));
    }
    if (/^setAttribute(NS)?$/.test(name)) {
      const attribute = literal(name === "setAttributeNS" ? second : first);
      if (attribute && attributes.has(attribute)) say(node);
    }
  };

  visit(source);
  return found;
}

function receiver(expression: ts.Expression, source: ts.SourceFile): string {
  return ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression)
    ? expression.expression.getText(source)
    : "";
}

const officeScript =
  /<script src="?https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"?><\/script>/;
const ownPolicy =
  /<meta http-equiv="?Content-Security-Policy"? content="default-src 'none'; style-src 'self'"\s*\/?>/;

/** Pages may have Office.js and the add-in's own files, and nothing that runs inline. */
function inPage(text: string): string[] {
  return [
    ...text
      .replace(officeScript, "")
      .replace(ownPolicy, "")
      .matchAll(/<(\w+)([^>]*)>/g),
  ]
    .filter(([, tag, rest]) => {
      const outside = /\b(src|href|action|data|srcset|poster)\s*=\s*["']?\s*([a-z]+:)?\/\//i.test(rest);
      const inline = /\son\w+\s*=/i.test(rest) || /javascript:/i.test(rest);
      const script = tag.toLowerCase() === "script" && !/\bsrc\s*=/i.test(rest);
      const forbidden = /^(form|iframe|frame|object|embed|base)$/i.test(tag) || /http-equiv/i.test(rest);
      return outside || inline || script || forbidden;
    })
    .map(([element]) => element.slice(0, 120));
}

function inStyles(text: string): string[] {
  return [...text.matchAll(/@import[^;]*|url\(\s*["']?([a-z]+:)?\/\/[^)]*\)/gi)].map(([rule]) =>
    rule.slice(0, 120),
  );
}
