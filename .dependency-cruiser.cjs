/** The architecture's arrows (docs/arkitektur.md): each room may import the rooms below it and nothing else. */
const rooms = {
  domain: [],
  texts: [],
  workbook: ["texts"],
  functions: ["domain", "workbook", "texts"],
  tables: ["domain", "workbook", "texts"],
  sources: ["tables", "domain", "workbook", "texts"],
  reports: ["sources", "tables", "domain", "workbook", "texts"],
  audit: ["sources", "tables", "domain", "workbook", "texts"],
  sharing: ["functions", "sources", "tables", "domain", "workbook", "texts"],
  excel: ["sources", "tables", "domain", "workbook", "texts"],
  actions: [
    "excel",
    "reports",
    "audit",
    "sharing",
    "functions",
    "sources",
    "tables",
    "domain",
    "workbook",
    "texts",
  ],
  taskpane: [
    "actions",
    "excel",
    "reports",
    "audit",
    "sharing",
    "functions",
    "sources",
    "tables",
    "domain",
    "workbook",
    "texts",
  ],
  commands: [
    "actions",
    "excel",
    "reports",
    "audit",
    "sharing",
    "functions",
    "sources",
    "tables",
    "domain",
    "workbook",
    "texts",
  ],
};

const arrows = Object.entries(rooms).map(([room, below]) => ({
  name: `${room}-only-imports-below`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${[room, ...below].join("|")})/` },
}));

const libraries = [
  { room: "domain", allowed: "^$" },
  { room: "functions", allowed: "^$" },
  { room: "workbook", allowed: "node_modules/@borgar/fx/" },
].map(({ room, allowed }) => ({
  name: `${room}-has-no-other-library`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "node_modules/", pathNot: allowed },
}));

module.exports = {
  forbidden: [
    ...arrows,
    ...libraries,
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "univer-only-in-calc",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/calc/univer" },
      to: { path: "@univerjs" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" },
      to: {},
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "types", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
