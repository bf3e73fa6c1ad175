import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { delaSidaTexts } from "../../texts/taskpane/dela";
import { type Area, areaAddress } from "../../workbook/address";
import { localFormula } from "../../workbook/localFormula";
import { CellLink } from "../components/CellLink";
import { useLanguage, useTexts } from "../language";
import { useStyles } from "./styles";

export interface Listed {
  sheet: string;
  area: Area;
  /** A formula, in a typeface of its own. */
  formula?: string;
  text?: string;
}

/** How many cells are listed at once. */
const step = 20;

/** Cells with what there is to say of each; the address goes there. */
export function Places({ places }: { places: readonly Listed[] }) {
  const texts = useTexts(delaSidaTexts);
  const language = useLanguage();
  const styles = useStyles();
  const [count, setCount] = useState(step);
  const rest = places.length - count;
  return (
    <>
      <ul className={styles.list}>
        {places.slice(0, count).map(({ sheet, area, formula, text }) => (
          <li key={`${sheet}!${areaAddress(area)}`} className={styles.place}>
            <CellLink sheet={sheet} cell={areaAddress(area)} />
            {formula && <code className={styles.formula}>{localFormula(formula, language)}</code>}
            {text && <span className={styles.small}>{text}</span>}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div>
          <Button size="small" onClick={() => setCount(count + step)}>
            {texts.more(Math.min(rest, step))}
          </Button>
        </div>
      )}
    </>
  );
}
