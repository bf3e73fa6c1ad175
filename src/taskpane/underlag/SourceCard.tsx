import { Badge, Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { fieldChoices, sourceKinds, type SourceSummary } from "../../actions/sources";
import { kindTexts } from "../../texts/taskpane/kinds";
import { underlagTexts } from "../../texts/taskpane/underlag";
import { CellLink } from "../components/CellLink";
import { Disclosure } from "../components/Disclosure";
import { Note } from "../components/Note";
import { useLanguage, useTexts } from "../language";
import { useStyles } from "./styles";

/** How many refused rows are listed at once. */
const mostListed = 10;

export type Choices = Record<string, string | null>;

/** One source: where it is, how it is read, what was refused, and the choices that correct the reading. */
export function SourceCard({
  source,
  busy,
  onSave,
}: {
  source: SourceSummary;
  busy: boolean;
  onSave: (choices: Choices) => void;
}) {
  const texts = useTexts(underlagTexts);
  const kinds = useTexts(kindTexts);
  const styles = useStyles();
  const { slag, blad, adress, rader, nekade, noter, fragor, anvands } = source;
  return (
    <article className={styles.source}>
      <div className={styles.top}>
        <h2 className={styles.heading}>{kinds[slag]}</h2>
        {!anvands && <Badge appearance="outline">{texts.isSetAside}</Badge>}
      </div>
      <p className={styles.small}>
        <CellLink sheet={blad} cell={adress} /> · {texts.rows(rader)}
      </p>
      {fragor.map(({ text, val }) => (
        <Note
          key={text}
          tone="warning"
          title={texts.question}
          actions={val.map(({ text: choice, sparas }) => (
            <Button key={choice} size="small" disabledFocusable={busy} onClick={() => onSave(sparas)}>
              {choice}
            </Button>
          ))}
        >
          {text}
        </Note>
      ))}
      <Reading source={source} busy={busy} onSave={onSave} />
      {noter.length > 0 && (
        <Disclosure label={`${texts.notes} (${noter.length})`}>
          <ul className={styles.bullets}>
            {noter.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {nekade.length > 0 && (
        <Note tone="warning" title={texts.refused(nekade.length)}>
          <ul className={styles.bullets}>
            {nekade.slice(0, mostListed).map(({ cell, skal }) => (
              <li key={cell}>
                <CellLink sheet={blad} cell={cell}>
                  {cell}
                </CellLink>
                : {skal}
              </li>
            ))}
            {nekade.length > mostListed && <li>{texts.more(nekade.length - mostListed)}</li>}
          </ul>
        </Note>
      )}
      <div>
        <Button
          size="small"
          disabledFocusable={busy}
          onClick={() => onSave({ anvand: anvands ? "nej" : "ja" })}
        >
          {anvands ? texts.setAside : texts.takeBack}
        </Button>
      </div>
    </article>
  );
}

/** Unit, sign, kind and columns as they are read, each to be chosen otherwise. */
function Reading({
  source,
  busy,
  onSave,
}: {
  source: SourceSummary;
  busy: boolean;
  onSave: (choices: Choices) => void;
}) {
  const texts = useTexts(underlagTexts);
  const styles = useStyles();
  const { enhet, tecken, kolumner } = source;
  const [changing, setChanging] = useState(false);
  return (
    <>
      <dl className={styles.facts}>
        {enhet !== null && <Fact name={texts.unit} value={enhet} />}
        {tecken !== null && <Fact name={texts.sign} value={texts.signs[tecken]} />}
      </dl>
      {changing ? (
        <Mapping
          source={source}
          busy={busy}
          onCancel={() => setChanging(false)}
          onSave={(choices) => {
            setChanging(false);
            onSave(choices);
          }}
        />
      ) : (
        <Disclosure label={texts.columns}>
          <dl className={styles.facts}>
            {kolumner.map(({ rubrik, cell, namn }) => (
              <Fact key={cell} name={rubrik || cell} value={namn || texts.unused} />
            ))}
          </dl>
          <Button size="small" disabledFocusable={busy} onClick={() => setChanging(true)}>
            {texts.change}
          </Button>
        </Disclosure>
      )}
    </>
  );
}

const units = ["kr", "tkr", "mnkr"];

/** A choice for each column, and for what the table as a whole is. Only what was changed is saved. */
function Mapping({
  source,
  busy,
  onSave,
  onCancel,
}: {
  source: SourceSummary;
  busy: boolean;
  onSave: (choices: Choices) => void;
  onCancel: () => void;
}) {
  const texts = useTexts(underlagTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { slag, enhet, tecken, kolumner } = source;
  const fields = fieldChoices(slag, language);
  const [kind, setKind] = useState<string>(slag);
  const [unit, setUnit] = useState(enhet ?? "");
  const [sign, setSign] = useState(tecken ?? "");
  const [columns, setColumns] = useState(() => kolumner.map(({ falt }) => falt ?? ""));
  const choices: Choices = {
    ...(kind !== slag ? { slag: kind } : {}),
    ...(unit !== (enhet ?? "") ? { enhet: unit || null } : {}),
    ...(sign !== (tecken ?? "") ? { tecken: sign || null } : {}),
    ...(kind === slag ? changedFields(source, columns) : {}),
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(choices);
      }}
    >
      <Field label={texts.asKind} size="small">
        <Select size="small" value={kind} onChange={(_, { value }) => setKind(value)}>
          {sourceKinds(language).map(({ slag: one, namn }) => (
            <option key={one} value={one}>
              {namn}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.pair}>
        <Field label={texts.unit} size="small">
          <Select size="small" value={unit} onChange={(_, { value }) => setUnit(value as typeof unit)}>
            <option value="">{texts.asked}</option>
            {units.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.sign} size="small">
          <Select size="small" value={sign} onChange={(_, { value }) => setSign(value as typeof sign)}>
            <option value="">{texts.asked}</option>
            {Object.entries(texts.signs).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {kind === slag && (
        <fieldset className={styles.columns}>
          <legend>{texts.choosing}</legend>
          {kolumner.map(({ rubrik, cell }, index) => (
            <Field key={cell} label={rubrik || cell} size="small">
              <Select
                size="small"
                aria-label={texts.asColumn(rubrik || cell)}
                value={columns[index]}
                onChange={(_, { value }) =>
                  setColumns((now) => now.map((one, at) => (at === index ? value : one)))
                }
              >
                <option value="">{texts.noColumn}</option>
                {fields.map(({ falt, namn }) => (
                  <option key={falt} value={falt}>
                    {namn}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </fieldset>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          size="small"
          appearance="primary"
          disabledFocusable={busy || Object.keys(choices).length === 0}
        >
          {texts.save}
        </Button>
        <Button
          size="small"
          disabledFocusable={busy}
          onClick={() =>
            onSave(
              Object.fromEntries(
                ["slag", "enhet", "tecken", ...fields.map(({ falt }) => falt)].map((one) => [one, null]),
              ),
            )
          }
        >
          {texts.forget}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {texts.cancelChange}
        </Button>
      </div>
    </form>
  );
}

/** Field → its headers, for the fields whose columns were changed; "" for one that has lost its last. */
function changedFields({ kolumner }: SourceSummary, columns: string[]): Choices {
  const touched = new Set(
    kolumner.flatMap(({ falt }, index) =>
      (falt ?? "") === columns[index] ? [] : [falt ?? "", columns[index]],
    ),
  );
  touched.delete("");
  return Object.fromEntries(
    [...touched].map((field) => [
      field,
      kolumner.flatMap(({ rubrik }, index) => (columns[index] === field ? [rubrik] : [])).join("\n"),
    ]),
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
