import { createRoot } from "react-dom/client";
import { App } from "./App";
import type { Hindrance } from "./Hindered";

/** The add-in needs this much of Excel; the manifest asks for less, so that an older Excel gets a message instead of nothing. */
const requiredApi = "1.13";

void Office.onReady(({ host }) => {
  const hindrance: Hindrance | null =
    host !== Office.HostType.Excel
      ? "noExcel"
      : Office.context.requirements.isSetSupported("ExcelApi", requiredApi)
        ? null
        : "oldExcel";
  createRoot(document.getElementById("root")!).render(<App hindrance={hindrance} />);
});
