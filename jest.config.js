const swc = (tsx) => [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx },
      transform: { react: { runtime: "automatic" } },
      target: "es2022",
    },
    module: { type: "commonjs" },
  },
];

// A generic arrow function in a .ts file is no element: only .tsx is read as such.
const transform = { "\\.tsx$": swc(true), "\\.(ts|js|mjs)$": swc(false) };

/** Univer's packages can't be required by Jest: globalSetup bundles the one file that imports them. */
const moduleNameMapper = {
  "/univer$": "<rootDir>/build/test/univer.cjs",
  "\\.css$": "<rootDir>/test/helpers/emptyModule.js",
};

const project = (displayName, testMatch, rest = {}) => ({
  displayName,
  testMatch,
  transform,
  moduleNameMapper,
  transformIgnorePatterns: ["/node_modules/(?!(@borgar/fx)/)", "/build/test/"],
  globalSetup: "<rootDir>/test/helpers/globalSetup.mjs",
  setupFiles: ["<rootDir>/test/helpers/setup.js"],
  ...rest,
});

const suites = ["browser", "libreoffice", "bench"];

module.exports = {
  projects: [
    project("unit", ["<rootDir>/test/**/*.test.{ts,tsx}"], {
      testPathIgnorePatterns: suites.map((suite) => `<rootDir>/test/${suite}/`),
    }),
    project("browser", ["<rootDir>/test/browser/**/*.test.ts"], {
      globalSetup: "<rootDir>/test/browser/globalSetup.mjs",
    }),
    project("libreoffice", ["<rootDir>/test/libreoffice/**/*.test.ts"]),
  ],
  testTimeout: 120000,
};
