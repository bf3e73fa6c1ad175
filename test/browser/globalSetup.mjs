import base from "../helpers/globalSetup.mjs";
import { buildWorkbench } from "../../scripts/workbenchServer.mjs";

/** Builds the workbench once for all browser tests; with WORKBENCH_BUILT=1 the build that is there is used. */
export default async function globalSetup() {
  await base();
  if (process.env.WORKBENCH_BUILT !== "1") await buildWorkbench();
}
