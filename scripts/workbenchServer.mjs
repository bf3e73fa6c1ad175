// The workbench as static files on localhost: page, add-in and, straight from node_modules, Microsoft's client.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundle } from "./run.mjs";

const require = createRequire(import.meta.url);
const out = "build/arbetsbank";
const client = "node_modules/@microsoft/office-js/dist";
const officeTag = /<script[^>]*appsforoffice\.microsoft\.com[^>]*><\/script>/;
/** What takes the place of Microsoft's loader outside Excel: bridge, client, and the part of Office that the pane needs. */
const workbenchTags = ["/frameBridge.js", "/office-js/excel-web-16.00.js", "/frameOffice.js"]
  .map((src) => `<script src="${src}"></script>`)
  .join("\n    ");

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export async function buildWorkbench() {
  await Promise.all([buildAddin(), buildPage()]);
}

function buildAddin() {
  const webpack = require("webpack");
  const configuration = require("../webpack.config.js");
  return new Promise((resolve, reject) => {
    webpack(configuration({ ut: `${out}/tillagg` }, { mode: "production" }), (error, stats) => {
      if (error ?? stats.hasErrors()) reject(error ?? new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}

async function buildPage() {
  const common = {
    outdir: out,
    bundle: true,
    minify: true,
    sourcemap: "linked",
    target: "es2022",
    jsx: "automatic",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
  };
  await build({ ...common, entryPoints: ["src/workbench/page/index.tsx"], format: "esm" });
  const frames = ["frameBridge", "frameOffice"].map((name) => `src/workbench/page/pane/${name}.ts`);
  await build({ ...common, entryPoints: frames, format: "iife" });
}

/**
 * Serves what was built on this machine alone; port 0 takes a free one. The pane gets the policy it has in production.
 * `addin` is another folder with a built add-in. Resolves to the address and a way to stop.
 */
export async function serveWorkbench(port, addin = `${out}/tillagg`) {
  const policy = await panePolicy();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const headers = pathname.startsWith("/tillagg/") ? { "content-security-policy": policy } : {};
    answer(pathname, addin).then(
      ({ body, type }) =>
        response.writeHead(200, { ...headers, "content-type": type, "cache-control": "no-store" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () =>
      resolve({ address: `http://localhost:${server.address().port}/`, stop: () => server.close() }),
    );
  });
}

/** The add-in's own policy; the page around the pane is the workbench instead of Excel on the web. */
async function panePolicy() {
  const made = await bundle("scripts/deployment/headers.ts", "build/scripts/headers.mjs");
  const { contentSecurityPolicy, policyText } = await import(pathToFileURL(resolve(made)).href);
  return policyText({ ...contentSecurityPolicy, "frame-ancestors": ["'self'"] });
}

async function answer(pathname, addin) {
  const file = fileFor(decodeURIComponent(pathname), addin);
  let body = await readFile(file);
  if (pathname === "/tillagg/taskpane.html") body = body.toString().replace(officeTag, workbenchTags);
  return { body, type: types[extname(file)] ?? "application/octet-stream" };
}

function fileFor(pathname, addin) {
  if (pathname === "/") return "src/workbench/page/index.html";
  if (pathname === "/exempelbok.xlsx") return "assets/exempelbok.xlsx";
  if (pathname === "/favicon.ico") return "assets/icons/app-32.png";
  const [root, rest] = pathname.startsWith("/office-js/")
    ? [client, pathname.slice("/office-js/".length)]
    : pathname.startsWith("/tillagg/")
      ? [addin, pathname.slice("/tillagg/".length)]
      : [out, pathname.slice(1)];
  const file = normalize(join(root, rest));
  if (!file.startsWith(normalize(root) + sep)) throw new Error("outside");
  return file;
}
