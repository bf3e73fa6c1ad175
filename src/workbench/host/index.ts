export { createHost, type Host, type HostOptions, type Session } from "./host";
export type { Bridge } from "./bridge";
