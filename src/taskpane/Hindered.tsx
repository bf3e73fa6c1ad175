import { shellTexts } from "../texts/taskpane/shell";
import { Note } from "./components/Note";
import { PageFrame } from "./components/PageFrame";
import { useTexts } from "./language";

export type Hindrance = "noExcel" | "oldExcel";

/** What is said in place of every page where the add-in can't run. */
export default function Hindered({ hindrance }: { hindrance: Hindrance }) {
  const texts = useTexts(shellTexts);
  return (
    <PageFrame title={hindrance === "noExcel" ? texts.noExcelTitle : texts.oldExcelTitle}>
      <Note tone="warning">{texts[hindrance]}</Note>
    </PageFrame>
  );
}
