import { Button, Field, Select } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ImportedSource } from "../../actions/importSource";
import { sourceKinds } from "../../actions/sources";
import { countText } from "../../texts/language";
import { underlagTexts } from "../../texts/taskpane/underlag";
import { Disclosure } from "../components/Disclosure";
import { Note } from "../components/Note";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useLanguage, useTexts } from "../language";
import { useStyles } from "./styles";
import type { useUnderlag } from "./useUnderlag";

/** How many of the file's lines and totals are listed. */
const mostListed = 10;

/** A source that isn't there yet: an empty one to fill in, or a file from the ledger. */
export function NewSource({
  underlag,
  start,
}: {
  underlag: ReturnType<typeof useUnderlag>;
  /** The kind to begin with. */
  start: string | null;
}) {
  const texts = useTexts(underlagTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { creating, importing } = underlag;
  const kinds = sourceKinds(language);
  const [kind, setKind] = useState((kinds.find(({ slag }) => slag === start) ?? kinds[0]).slag);
  const [name, setName] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const busy = [creating, importing].some(({ state }) => state.state === "running");
  return (
    <section className={styles.form} aria-labelledby="new-source">
      <h2 id="new-source" className={styles.heading}>
        {texts.makeTitle}
      </h2>
      <Field
        label={texts.makeKind}
        hint={texts.makeHint(kinds.find(({ slag }) => slag === kind)!.rubriker.join(", "))}
      >
        <Select value={kind} onChange={(_, { value }) => setKind(value as typeof kind)}>
          {kinds.map(({ slag, namn }) => (
            <option key={slag} value={slag}>
              {namn}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button disabledFocusable={busy} onClick={() => void creating.run(kind)}>
          {texts.make}
        </Button>
      </div>
      {creating.state.state === "running" && <Waiting label={texts.making} slow={creating.state.slow} />}
      {creating.state.state === "failed" && <ProblemNote error={creating.state.error} />}
      {creating.state.state === "done" && (
        <Note tone="success">{texts.madeSource(creating.state.value.sheet)}</Note>
      )}
      <h3 className={styles.heading}>{texts.importTitle}</h3>
      <p className={styles.small}>{texts.importText}</p>
      <div>
        <Button disabledFocusable={busy} onClick={() => file.current!.click()}>
          {texts.importFile}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".se,.si,.sie,.csv,.txt,.tsv"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            target.value = "";
            if (!chosen) return;
            setName(chosen.name);
            void importing.run(chosen);
          }}
        />
      </div>
      {importing.state.state === "running" && (
        <Waiting label={texts.importing(name)} slow={importing.state.slow} />
      )}
      {importing.state.state === "failed" && <ProblemNote error={importing.state.error} />}
      {importing.state.state === "done" && <ImportResult imported={importing.state.value} />}
    </section>
  );
}

/** What the import gave, against the file's own totals, and the lines that could not be read. */
function ImportResult({ imported }: { imported: ImportedSource }) {
  const texts = useTexts(underlagTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { rader, sheet, poster, summerad, utelamnade, avstamning, avviker, olasta, olastaAntal } = imported;
  const number = (value: number) => countText(value, language);
  return (
    <>
      <Note tone="success">
        {texts.imported(rader, sheet)} {summerad && texts.summed(poster)}{" "}
        {utelamnade.length > 0 && texts.leftOut(utelamnade.join(", "))}{" "}
        {avstamning.length > 0 && avviker.length === 0 && texts.reconciled(avstamning.length)}
      </Note>
      {avviker.length > 0 && (
        <Note tone="warning" title={texts.differs}>
          <ul className={styles.bullets}>
            {avviker.slice(0, mostListed).map(({ what, file, calculated }) => (
              <li key={what}>{texts.difference(what, number(file), number(calculated))}</li>
            ))}
            {avviker.length > mostListed && <li>{texts.more(avviker.length - mostListed)}</li>}
          </ul>
        </Note>
      )}
      {olastaAntal > 0 && (
        <Disclosure label={texts.unread(olastaAntal)}>
          <ul className={styles.bullets}>
            {olasta.slice(0, mostListed).map(({ rad, text }) => (
              <li key={rad}>{texts.line(rad, text)}</li>
            ))}
            {olastaAntal > mostListed && <li>{texts.more(olastaAntal - mostListed)}</li>}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
