// npm start [-- --port 3210 --tillagg mapp]: builds the workbench and serves it on localhost.
import { buildWorkbench, serveWorkbench } from "./workbenchServer.mjs";

const at = process.argv.indexOf("--port");
const port = at < 0 ? 3210 : Number(process.argv[at + 1]);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error("Ange en port mellan 0 och 65535: npm start -- --port 3210");
  process.exit(2);
}
if (!process.argv.includes("--byggd")) {
  console.log("Bygger arbetsbänken …");
  await buildWorkbench();
}
const other = process.argv.indexOf("--tillagg");
try {
  const { address } = await serveWorkbench(port, other < 0 ? undefined : process.argv[other + 1]);
  console.log(`Nämndkolls arbetsbänk: ${address}  (Ctrl+C avslutar)`);
} catch (error) {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Porten ${port} är upptagen. Välj en annan: npm start -- --port ${port + 1}`);
  process.exit(1);
}
