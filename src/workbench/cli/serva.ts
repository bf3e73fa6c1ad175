import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { join, normalize, sep } from "node:path";
import { parseArgs } from "node:util";
import { headersFor } from "../../../scripts/deployment/headers";
import type { Command } from "./command";
import { type ExitCode, readInput, UsageError } from "./io";

export const serva: Command = {
  name: "serva",
  usage: "serva [--mapp dist] [--port 3000] [--certifikat fil.pem --nyckel fil.pem]",
  summary: "visar det byggda tillägget på https://localhost, för den här datorn",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        mapp: { type: "string", default: "dist" },
        port: { type: "string", default: "3000" },
        certifikat: { type: "string" },
        nyckel: { type: "string" },
      },
    });
    if (!existsSync(join(values.mapp, "taskpane.html")))
      throw new UsageError(
        `Mappen ${values.mapp} har inget byggt tillägg. Kör npm run build, eller ange en annan mapp i --mapp.`,
      );
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port > 65535)
      throw new UsageError(`--port ska vara ett tal mellan 0 och 65535, inte ${values.port}.`);
    const server = serveFolder(values.mapp, await certificate(values.certifikat, values.nyckel));
    const address = await listen(server, port);
    io.out(`Nämndkoll: ${address}  (Ctrl+C avslutar)`);
    io.out(`Manifestet: ${join(values.mapp, "manifest.xml")}`);
    return new Promise<ExitCode>((resolve) => {
      const stop = () => {
        server.close(() => resolve(0));
        server.closeAllConnections();
      };
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    });
  },
};

interface KeyPair {
  cert: string | Buffer;
  key: string | Buffer;
}

/** The given pair, or one that Microsoft's tool makes and, after asking, has this computer trust. */
async function certificate(cert: string | undefined, key: string | undefined): Promise<KeyPair> {
  if (cert !== undefined || key !== undefined) {
    return {
      cert: Buffer.from(readInput(cert, "--certifikat")),
      key: Buffer.from(readInput(key, "--nyckel")),
    };
  }
  try {
    const { getHttpsServerOptions } = await import("office-addin-dev-certs");
    return await getHttpsServerOptions();
  } catch (error) {
    throw new UsageError(
      `Inget betrott certifikat för localhost kunde göras (${(error as Error).message.split("\n")[0]}). Ange ett eget med --certifikat och --nyckel.`,
    );
  }
}

/** A folder with the same headers as in production; only files in it, by GET and HEAD. */
function serveFolder(folder: string, pair: KeyPair): Server {
  const make = () =>
    createServer(pair, (request, response) => {
      if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end();
      const path = requested(request.url ?? "/");
      const file = path === null ? null : fileIn(folder, path);
      if (path === null || file === null) {
        const { "Content-Security-Policy": policy, "X-Content-Type-Options": sniff } = headersFor("");
        return void response
          .writeHead(404, { "Content-Security-Policy": policy, "X-Content-Type-Options": sniff })
          .end();
      }
      // On localhost the promise of https would hold for every other program on this computer for a year.
      const headers = headersFor(path);
      delete headers["Strict-Transport-Security"];
      response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : readFileSync(file));
    });
  try {
    return make();
  } catch {
    throw new UsageError(
      "Certifikatet och nyckeln hör inte ihop eller är inte PEM. Kontrollera --certifikat och --nyckel.",
    );
  }
}

function requested(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "https://localhost").pathname).slice(1);
  } catch {
    return null;
  }
}

function fileIn(folder: string, path: string): string | null {
  const file = normalize(join(folder, path));
  const inside = file.startsWith(normalize(folder + sep));
  return inside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new UsageError(
              `Porten ${port} är upptagen. Välj en annan med --port, och bygg med samma port i --url.`,
            )
          : error,
      ),
    );
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(`https://localhost:${typeof address === "object" && address ? address.port : port}/`);
    });
  });
}
