/**
 * Webpack loader for Papa Parse, which the add-in gives text in pieces: takes away its ways to fetch a file and to start a
 * worker, so that the built add-in has none.
 */
module.exports = function withoutNetwork(source) {
  const changed = source
    .replace(/new XMLHttpRequest\(?\)?/g, "null")
    .replace(/new (?:\w+\.)?Worker\(/g, "(")
    .replace(/!!\w+\.Worker/g, "false");
  if (/XMLHttpRequest|new \w+\.Worker/.test(changed))
    this.emitError(new Error("Papa Parse has a way out that is not known."));
  return changed;
};
