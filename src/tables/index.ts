export * from "./table";
export { findTables } from "./understand";
export { sumHolds } from "./sums";
