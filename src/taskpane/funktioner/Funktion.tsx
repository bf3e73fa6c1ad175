import type { GuideEntry, GuideResult } from "../../actions/functionGuide";
import type { Language } from "../../texts/language";
import { funktionerTexts } from "../../texts/taskpane/funktioner";
import { useLanguage, useTexts } from "../language";
import { Infoga } from "./Infoga";
import { localFormula } from "../../workbook/localFormula";
import { useStyles } from "./styles";

/** One function: insertion first, then what there is to know. */
export function Funktion({ entry }: { entry: GuideEntry }) {
  const texts = useTexts(funktionerTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { about, examples, mistakes, twins, twinNote } = entry;
  return (
    <>
      <Infoga entry={entry} />
      <section className={styles.section}>
        <p className={styles.text}>{about}</p>
      </section>
      <section className={styles.section} aria-labelledby="function-examples">
        <h2 id="function-examples" className={styles.heading}>
          {texts.examples}
        </h2>
        {examples.map(({ formula, result, text }) => (
          <div key={formula}>
            <code className={styles.code}>{localFormula(formula, language)}</code>
            <p className={styles.text}>
              <strong>{printed(result, language)}</strong> {text}
            </p>
          </div>
        ))}
      </section>
      <section className={styles.section} aria-labelledby="function-mistakes">
        <h2 id="function-mistakes" className={styles.heading}>
          {texts.mistakes}
        </h2>
        <ul className={styles.bullets}>
          {mistakes.map((mistake) => (
            <li key={mistake}>{mistake}</li>
          ))}
        </ul>
      </section>
      <section className={styles.section} aria-labelledby="function-twin">
        <h2 id="function-twin" className={styles.heading}>
          {twins.length > 0 ? texts.twin : texts.noTwin}
        </h2>
        {twins.map(({ formula, when }) => (
          <div key={formula}>
            {when && <p className={styles.text}>{when}</p>}
            <code className={styles.code}>={localFormula(formula, language)}</code>
          </div>
        ))}
        {twinNote && <p className={styles.text}>{twinNote}</p>}
      </section>
    </>
  );
}

function printed(result: GuideResult, language: Language): string {
  if (Array.isArray(result))
    return `{${result.map((row) => row.map((cell) => printed(cell, language)).join(" · ")).join("; ")}}`;
  if (typeof result !== "number") return String(result);
  return new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 6 })
    .format(result)
    .replace("\u2212", "-");
}
