import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { SharePlan } from "../../actions/dela";
import { delaTexts } from "../../texts/dela";
import { delaSidaTexts } from "../../texts/taskpane/dela";
import { localFormula } from "../../workbook/localFormula";
import { Note } from "../components/Note";
import { useLanguage, useTexts } from "../language";
import { Places } from "./Places";
import { useStyles } from "./styles";

/** Each cell's change before it is made, and the button that makes it. */
export function Preview({
  plan,
  busy,
  onShare,
  onCancel,
}: {
  plan: SharePlan;
  busy: boolean;
  onShare: (keep: boolean) => void;
  onCancel: () => void;
}) {
  const texts = useTexts(delaSidaTexts);
  const words = useTexts(delaTexts);
  const language = useLanguage();
  const styles = useStyles();
  const [keep, setKeep] = useState(true);
  const formulas = plan.satt === "formler";
  const possible = plan.steps.some(({ left }) => left === null);
  return (
    <div className={styles.section}>
      <p className={styles.text}>{formulas ? texts.previewStandalone : texts.previewFreeze}</p>
      {!possible && <p className={styles.text}>{texts.nothingToDo}</p>}
      <label className={styles.choice}>
        <input type="checkbox" checked={keep} onChange={({ target }) => setKeep(target.checked)} />
        {texts.keep}
      </label>
      {!keep && <Note tone="warning">{texts.notKept}</Note>}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy || !possible} onClick={() => onShare(keep)}>
          {formulas ? texts.confirmStandalone : texts.confirmFreeze}
        </Button>
        <Button disabledFocusable={busy} onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
      <Places
        places={plan.steps.map(({ cell, native, left }) => ({
          sheet: cell.sheet,
          area: cell.area,
          formula: cell.formula,
          text: left
            ? words.kvar[left]
            : native === ""
              ? texts.becomesValue
              : `${texts.becomesFormula} ${localFormula(native, language)}`,
        }))}
      />
    </div>
  );
}
