// The same random cases on every machine; other ones with FC_SEED=<number>.
const fc = require("fast-check");

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20231231) });
