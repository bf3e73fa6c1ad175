// The same random cases on every machine; other ones with FC_SEED=<number>.
const fc = require("fast-check");
const { version } = require("../../package.json");

// What the bundlers put in.
process.env.NAMNDKOLL_VERSION = version;

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20231231) });
