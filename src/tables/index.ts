export * from "./table";
export { explainTable } from "./explain";
export { findTables } from "./understand";
export { sumHolds } from "./sums";
