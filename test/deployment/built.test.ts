import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { generateCertificates } from "office-addin-dev-certs";
import { headersFor, securityHeaders } from "../../scripts/deployment/headers";
import { nginxConfiguration } from "../../scripts/deployment/nginx";
import { outboundCalls } from "../../scripts/deployment/outbound";

const url = "https://tillagg.example.se/namndkoll/";
const work = mkdtempSync(join(tmpdir(), "namndkoll-test-"));
const site = join(work, "site");
const built = join(site, "namndkoll");
let files: string[] = [];

beforeAll(() => {
  mkdirSync(site);
  run(["scripts/build.mjs", "--url", url, "--miljo", "test", "--ut", built]);
  files = listed(built);
  execFileSync(
    "openssl",
    [
      ..."req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=tillagg.example.se".split(" "),
      ..."-addext subjectAltName=DNS:tillagg.example.se,DNS:localhost".split(" "),
      ...["-keyout", join(work, "key.pem"), "-out", join(work, "cert.pem")],
    ],
    { stdio: "ignore" },
  );
}, 300_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("the build", () => {
  test("has a manifest for its address and environment, with the package's version", () => {
    const manifest = readFileSync(join(built, "manifest.xml"), "utf8");
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(manifest).not.toContain("localhost");
    expect(manifest).toContain(`"${url}taskpane.html"`);
    expect(manifest).toContain('"KOLLTEST"');
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
    expect(manifest).not.toContain(/<Id>(.*)<\/Id>/.exec(readFileSync("manifest.xml", "utf8"))![1]);
  });

  test("has hashed names for every script and icon", () => {
    expect(
      files.filter((file) => /\.(js|png)$/.test(file) && !/\.[0-9a-f]{8}\.(js|png)$/.test(file)),
    ).toEqual([]);
  });

  test("has no call that could send a workbook's data anywhere", () => {
    const contents = new Map(files.map((file) => [file, new Uint8Array(readFileSync(join(built, file)))]));
    expect(outboundCalls(contents)).toEqual([]);
    // A way out added to a file that is really built is seen there too.
    const script = files.find((file) => file.startsWith("taskpane.") && file.endsWith(".js"))!;
    const spoiled = `${readFileSync(join(built, script), "utf8")};navigator.sendBeacon("/x",document.title)`;
    expect(outboundCalls(new Map([[script, Buffer.from(spoiled)]]))).toHaveLength(1);
  });

  test("gets Office.js from Microsoft and says so in the privacy text", () => {
    expect(readFileSync(join(built, "taskpane.html"), "utf8")).toMatch(
      /https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js/,
    );
    const scripts = files
      .filter((file) => file.endsWith(".js"))
      .map((file) => readFileSync(join(built, file), "utf8"));
    expect(scripts.filter((script) => script.includes("Office.js hämtas från Microsoft"))).toHaveLength(1);
  });
});

/** Debian's nginx is part of what .ci/run installs; elsewhere a machine may lack it. */
const hasNginx = spawnSync("nginx", ["-v"]).status === 0;
const nginxSuite = hasNginx || process.env.CI === "true" ? describe : describe.skip;
if (!hasNginx) console.warn("nginx finns inte på den här datorn: konfigurationen är inte prövad.");

nginxSuite("nginx with the generated configuration", () => {
  let nginx: ChildProcess;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    const http = await freePort();
    const server = nginxConfiguration({
      url,
      root: site,
      certificate: join(work, "cert.pem"),
      key: join(work, "key.pem"),
      https: `127.0.0.1:${port}`,
      http: `127.0.0.1:${http}`,
    });
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${work}/${name};`,
    );
    const user = process.getuid?.() === 0 ? "user root;" : "";
    const main = `${user} daemon off; pid ${work}/nginx.pid; error_log ${work}/error.log; events {} http { access_log off; ${temporary.join(" ")}\n${server}}`;
    writeFileSync(join(work, "nginx.conf"), main);
    nginx = spawn("nginx", ["-p", work, "-c", join(work, "nginx.conf")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    await until(() => get(port, "/namndkoll/taskpane.html"));
  }, 30_000);
  afterAll(() => nginx.kill());

  test("answers every file with its type, headers and cache time", async () => {
    for (const file of files.filter((one) => one !== "_headers")) {
      const { status, headers } = await get(port, `/namndkoll/${file}`);
      expect([file, status]).toEqual([file, 200]);
      for (const [name, value] of Object.entries(headersFor(file)))
        expect([file, name, headers[name.toLowerCase()]]).toEqual([file, name, value]);
    }
  });

  test("asks for unchanged files with 304", async () => {
    const { headers } = await get(port, "/namndkoll/taskpane.html");
    expect(
      (await get(port, "/namndkoll/taskpane.html", { "if-none-match": headers.etag as string })).status,
    ).toBe(304);
  });

  test.each([
    "/namndkoll/finns-inte.js",
    "/namndkoll/aldre.01234567.js",
    "/namndkoll/",
    "/namndkoll/icons/",
    "/",
    "/namndkoll/_headers",
    "/namndkoll/../nginx.conf",
    "/annat.html",
  ])("answers 404 with security headers, never remembered: %s", async (path) => {
    const { status, headers } = await get(port, path);
    expect(status).toBe(404);
    expect(headers["cache-control"]).toBeUndefined();
    for (const [name, value] of Object.entries(securityHeaders))
      expect(headers[name.toLowerCase()]).toBe(value);
  });

  test("takes nothing: POST is refused", async () => {
    expect((await get(port, "/namndkoll/taskpane.html", {}, "POST")).status).toBe(405);
  });

  test("speaks TLS 1.2 and 1.3 only, and never stops Excel on the web with headers of old", async () => {
    const { headers } = await get(port, "/namndkoll/taskpane.html");
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["cross-origin-opener-policy"]).toBeUndefined();
    await expect(get(port, "/namndkoll/taskpane.html", {}, "GET", "TLSv1.1")).rejects.toThrow();
  });
});

describe("the static host's _headers file", () => {
  /** The format as Cloudflare Pages and Netlify describe it: every matching rule, equal names joined by a comma. */
  const headersOf = (path: string) => {
    const found: Record<string, string> = {};
    let matches = false;
    for (const line of readFileSync(join(built, "_headers"), "utf8").split("\n")) {
      if (/^\S/.test(line)) {
        matches = line.endsWith("*") ? path.startsWith(line.slice(0, -1)) : path === line;
        continue;
      }
      const [, name, value] = /^\s+([^:]+): (.*)$/.exec(line) ?? [];
      if (matches && name) found[name] = name in found ? `${found[name]}, ${value}` : value;
    }
    return found;
  };

  test("gives every file the same headers as nginx; types and the short cache time are the host's own", () => {
    for (const file of files.filter((one) => one !== "_headers")) {
      const expected = headersFor(file);
      delete expected["Content-Type"];
      if (expected["Cache-Control"] === "no-cache") delete expected["Cache-Control"];
      expect([file, headersOf(`/namndkoll/${file}`)]).toEqual([file, expected]);
    }
  });

  test("keeps to the hosts' limits: at most 100 rules and 2000 characters a line", () => {
    const lines = readFileSync(join(built, "_headers"), "utf8").split("\n");
    expect(lines.filter((line) => /^\S/.test(line)).length).toBeLessThanOrEqual(100);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000);
  });
});

describe("the release", () => {
  const out = join(work, "release");
  let archive: string;
  beforeAll(() => {
    run([
      "scripts/run.mjs",
      "scripts/release.ts",
      "--url",
      url,
      "--miljo",
      "test",
      "--byggd",
      built,
      "--ut",
      out,
    ]);
    archive = readdirSync(out).find((file) => file.endsWith(".zip"))!;
  }, 300_000);

  test("is the same bytes twice, the build too", () => {
    const again = join(work, "again");
    run(["scripts/run.mjs", "scripts/release.ts", "--url", url, "--miljo", "test", "--ut", again]);
    expect(sha256(readFileSync(join(again, archive)))).toBe(sha256(readFileSync(join(out, archive))));
  }, 300_000);

  test("unpacks to what its checksums say, with contents, licences and configuration", () => {
    expect(readFileSync(join(out, "SHA256SUMS"), "utf8")).toBe(
      `${sha256(readFileSync(join(out, archive)))}  ${archive}\n`,
    );
    const entries = unzipSync(readFileSync(join(out, archive)));
    const root = archive.replace(/\.zip$/, "/");
    const text = (path: string) => Buffer.from(entries[root + path]).toString("utf8");
    const sums = text("SHA256SUMS").trim().split("\n");
    expect(sums).toHaveLength(Object.keys(entries).length - 1);
    for (const line of sums) {
      const [sum, path] = line.split("  ");
      expect([path, sha256(entries[root + path])]).toEqual([path, sum]);
    }
    const bom = JSON.parse(text("innehall.cdx.json")) as {
      bomFormat: string;
      metadata: { component: unknown };
      components: { name: string; purl: string; hashes: unknown[] }[];
    };
    expect(bom.bomFormat).toBe("CycloneDX");
    const { version, dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      version: string;
      dependencies: Record<string, string>;
    };
    expect(bom.metadata.component).toMatchObject({ type: "application", name: "namndkoll", version });
    for (const name of Object.keys(dependencies)) {
      expect(text("licenser.txt")).toContain(`${name} ${dependencies[name]}: `);
      expect(bom.components.find((one) => one.name === name)?.hashes).toHaveLength(1);
    }
    const copyrights = /Copyright \(c\) (Meta Platforms|Microsoft)/gi;
    expect(new Set(text("licenser.txt").match(copyrights)).size).toBeGreaterThanOrEqual(2);
    const tools = /jest|webpack|univer|hyperformula|playwright|office-js/;
    expect(bom.components.filter(({ name }) => tools.test(name))).toEqual([]);
    expect(text("nginx/namndkoll.conf")).toContain("server_name tillagg.example.se;");
    for (const file of ["driftsattning.md", "excel-checklist.md", "CHANGELOG.md", "LICENSE"])
      expect(Object.keys(entries)).toContain(root + file);
  });
});

describe("koll serva", () => {
  const paths = (name: string) => ({ cert: join(work, `${name}.pem`), key: join(work, `${name}-key.pem`) });

  async function serving(cert: string, key: string, check: (port: number) => Promise<void>): Promise<void> {
    const options = ["--mapp", built, "--port", "0", "--certifikat", cert, "--nyckel", key];
    const serva = spawn(process.execPath, ["scripts/koll.mjs", "serva", ...options]);
    try {
      const port = await new Promise<number>((resolve, reject) => {
        let printed = "";
        serva.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
        serva.stdout.on("data", (chunk: Buffer) => {
          printed += chunk.toString();
          const found = /https:\/\/localhost:(\d+)\//.exec(printed);
          if (found) resolve(Number(found[1]));
        });
        serva.once("exit", (code) => reject(new Error(`${code}: ${printed}`)));
      });
      await check(port);
    } finally {
      serva.kill();
    }
  }

  test("serves the build on https with the same headers, on this machine alone", async () => {
    await serving(join(work, "cert.pem"), join(work, "key.pem"), async (port) => {
      const page = await get(port, "/taskpane.html");
      expect(page.status).toBe(200);
      expect(page.headers["content-security-policy"]).toBe(securityHeaders["Content-Security-Policy"]);
      expect(page.headers["strict-transport-security"]).toBeUndefined();
      expect((await get(port, "/%2e%2e/%2e%2e/key.pem")).status).toBe(404);
      expect((await get(port, "/")).status).toBe(404);
      expect((await get(port, "/taskpane.html", {}, "POST")).status).toBe(405);
    });
  }, 60_000);

  test("the certificate that office-addin-dev-certs makes is one that trusts its own issuer on localhost", async () => {
    const { cert, key } = paths("utveckling");
    const issuer = join(work, "utfardare.pem");
    await generateCertificates(issuer, cert, key, 30, ["127.0.0.1", "localhost"]);
    await serving(cert, key, async (port) => {
      const status = await new Promise((resolve, reject) => {
        const options = { ca: readFileSync(issuer), servername: "localhost", rejectUnauthorized: true };
        request(`https://127.0.0.1:${port}/manifest.xml`, options, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .once("error", reject)
          .end();
      });
      expect(status).toBe(200);
    });
  }, 60_000);
});

function run(args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}:\n${stdout}${stderr}`);
}

function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
}

function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  maxVersion?: "TLSv1.1",
) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      servername: "localhost",
      ca: readFileSync(join(work, "cert.pem")),
      agent: false as const,
      ...(maxVersion ? { maxVersion, minVersion: "TLSv1" as const } : {}),
    };
    request(
      { ...options, port, path, method, headers: { host: "tillagg.example.se", ...headers } },
      (answer) => {
        answer.resume().on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
      },
    )
      .on("error", reject)
      .end();
  });
}

async function until(attempt: () => Promise<unknown>): Promise<void> {
  for (let left = 50; ; left--) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
