import type { FunctionDefinition } from "../../functions";
import { hasTwin } from "../../functions/core/help";
import { functionHelp } from "../../functions/help";
import type { Language } from "../../texts/language";
import { funktionerTexts } from "../../texts/taskpane/funktioner";
import { useLanguage, useTexts } from "../language";
import { Infoga } from "./Infoga";
import { localFormula } from "./localFormula";
import { useStyles } from "./styles";

/** One function: insertion first, then what there is to know. */
export function Funktion({ definition }: { definition: FunctionDefinition }) {
  const texts = useTexts(funktionerTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { examples, twin, ...help } = functionHelp(definition.id)!;
  const { about, mistakes } = help[language];
  return (
    <>
      <Infoga definition={definition} />
      <section className={styles.section}>
        <p className={styles.text}>{about}</p>
      </section>
      <section className={styles.section} aria-labelledby="function-examples">
        <h2 id="function-examples" className={styles.heading}>
          {texts.examples}
        </h2>
        {examples.map((example) => (
          <div key={example.formula}>
            <code className={styles.code}>{localFormula(example.formula, language)}</code>
            <p className={styles.text}>
              <strong>{printed(example.result, language)}</strong> {example[language]}
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
          {hasTwin(twin) ? texts.twin : texts.noTwin}
        </h2>
        {hasTwin(twin) ? (
          twin.variants.map(({ formula, when }) => (
            <div key={formula}>
              {when && (
                <p className={styles.text}>
                  {Object.entries(when).map(([name, word]) => `${name}: ${word}`)}
                </p>
              )}
              <code className={styles.code}>={localFormula(formula, language)}</code>
            </div>
          ))
        ) : (
          <p className={styles.text}>{twin.none[language]}</p>
        )}
        {hasTwin(twin) && twin.limit && <p className={styles.text}>{twin.limit[language]}</p>}
      </section>
    </>
  );
}

type Result = number | string | boolean | null | readonly (readonly (number | string)[])[];

function printed(result: Result, language: Language): string {
  if (Array.isArray(result))
    return `{${result.map((row) => row.map((cell: number | string) => printed(cell, language)).join(" · ")).join("; ")}}`;
  if (typeof result !== "number") return String(result);
  return new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 6 })
    .format(result)
    .replace("\u2212", "-");
}
