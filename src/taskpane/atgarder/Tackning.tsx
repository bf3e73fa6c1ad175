import { Field, Select } from "@fluentui/react-components";
import { type Deficit, effectSums, effectYears, type MeasureRegister } from "../../actions/atgarder";
import { atgarderTexts } from "../../texts/taskpane/atgarder";
import { UserError } from "../../workbook/userError";
import { Note } from "../components/Note";
import { amountText, percentText } from "../figures";
import { useLanguage, useTexts } from "../language";
import { useStyles } from "./styles";

/** The year that effects are shown for: the chosen one, the deficit's, or the register's first. */
export function chosenYear(
  register: MeasureRegister,
  deficit: Deficit | UserError,
  chosen: number | null,
): number | null {
  const years = effectYears(register);
  const wanted = chosen ?? (deficit instanceof UserError ? null : deficit.year);
  return years.includes(wanted) ? wanted : (years[0] ?? null);
}

/** The deficit, what the measures give, and what is left to find. */
export function Tackning({
  register,
  deficit,
  year: chosen,
  onYear,
}: {
  register: MeasureRegister;
  deficit: Deficit | UserError;
  year: number | null;
  onYear: (year: number) => void;
}) {
  const texts = useTexts(atgarderTexts);
  const language = useLanguage();
  const styles = useStyles();
  const years = effectYears(register).filter((one) => one !== null);
  const year = chosenYear(register, deficit, chosen);
  const { counted, notAgreed, uncalculated } = effectSums(register, year);
  const text = (amount: number) => amountText(amount, 0, language);
  const toCover = deficit instanceof UserError ? null : deficit.amount;
  const share = toCover !== null && toCover > 0 ? Math.max(0, counted / toCover) : null;
  return (
    <section className={styles.section} aria-label={texts.counted}>
      {years.length > 1 && (
        <Field label={texts.year} orientation="horizontal">
          <Select value={String(year)} onChange={(_, { value }) => onYear(Number(value))}>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <dl className={styles.sums}>
        {toCover !== null && (
          <div>
            <dt>{toCover < 0 ? texts.surplus : texts.deficit}</dt>
            <dd>{text(Math.abs(toCover))}</dd>
          </div>
        )}
        <div>
          <dt>{texts.counted}</dt>
          <dd>{text(counted)}</dd>
        </div>
        {toCover !== null && toCover > 0 && (
          <div>
            <dt>{toCover > counted ? texts.left : texts.over}</dt>
            <dd>{text(Math.abs(toCover - counted))}</dd>
          </div>
        )}
      </dl>
      {share !== null && (
        <>
          <progress
            className={styles.share}
            aria-label={texts.covered(percentText(share, language))}
            value={Math.min(1, share)}
            max={1}
          />
          <p className={styles.small}>{texts.covered(percentText(share, language))}</p>
        </>
      )}
      {toCover !== null && toCover <= 0 && <p className={styles.small}>{texts.nothingToCover}</p>}
      {notAgreed !== 0 && <p className={styles.small}>{texts.outsideSum(text(notAgreed))}</p>}
      {uncalculated > 0 && <p className={styles.small}>{texts.uncalculated(uncalculated)}</p>}
      <p className={styles.small}>
        {texts.amountsIn(register.unit)}{" "}
        {!(deficit instanceof UserError) &&
          texts.deficitFrom(deficit.report[language], deficit.period, deficit.forecast)}{" "}
        {!(deficit instanceof UserError) &&
          year !== null &&
          year !== deficit.year &&
          texts.otherYear(deficit.year)}
      </p>
      {deficit instanceof UserError && (
        <Note tone="info" title={texts.noDeficit}>
          {deficit.text(language)}
        </Note>
      )}
    </section>
  );
}
