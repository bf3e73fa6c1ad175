const path = require("node:path");
const { DefinePlugin } = require("webpack");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { AddinFiles } = require("./scripts/addinFiles.js");
const { SizeReport } = require("./scripts/sizeReport.js");
const { version } = require("./package.json");

const swc = (development) => ({
  loader: "swc-loader",
  options: {
    jsc: {
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic", development } },
      target: "es2021",
    },
  },
});

/**
 * The add-in as static files. `--env url=https://…` is the folder they will be served from, `--env miljo=test` gives
 * the manifest the test environment's Id and namespace.
 */
module.exports = (env = {}, { mode = "production" } = {}) => {
  const development = mode === "development";
  const hash = development ? "" : ".[contenthash:8]";
  return {
    mode,
    devtool: development ? "source-map" : false,
    target: ["web", "es2021"],
    entry: {
      // On its own: custom functions answer as soon as this one file is loaded, whatever happens to the pane.
      functions: "./src/functions/associate.ts",
      taskpane: ["./src/commands/index.ts", "./src/taskpane/index.tsx"],
    },
    output: {
      path: path.resolve(env.ut ?? "dist"),
      filename: `[name]${hash}.js`,
      chunkFilename: `[name]${hash}.js`,
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        // Styles become plain rules when the add-in is built: the pane carries no style compiler.
        { test: /\.tsx?$/, exclude: /node_modules/, use: ["@griffel/webpack-loader", swc(development)] },
        { test: /papaparse/, loader: path.resolve("scripts/withoutNetwork.js") },
      ],
    },
    optimization: {
      splitChunks: { chunks: (chunk) => chunk.name !== "functions", minSize: 8000 },
    },
    plugins: [
      new DefinePlugin({ "process.env.NAMNDKOLL_VERSION": JSON.stringify(version) }),
      new HtmlWebpackPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "defer",
        minify: false,
      }),
      new AddinFiles({ url: env.url, environment: env.miljo }),
      ...(development ? [] : [new SizeReport({ entries: ["functions", "taskpane"], first: "start" })]),
    ],
    performance: { hints: false },
    stats: "errors-warnings",
    devServer: { port: 3000, hot: false, static: false },
  };
};
