import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { kansligtText } from "../../sharing/sagKansligt";
import { stateOf } from "../../sharing/kollCells";
import { delaTexts } from "../../texts/dela";
import { delaSidaTexts } from "../../texts/taskpane/dela";
import { localFormula } from "../../workbook/localFormula";
import { CellLink } from "../components/CellLink";
import { Disclosure } from "../components/Disclosure";
import { Note } from "../components/Note";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useLanguage, useTexts } from "../language";
import { DoneNote } from "./Done";
import { Places } from "./Places";
import { Preview } from "./Preview";
import { useStyles } from "./styles";
import { useDela } from "./useDela";

type Dela = ReturnType<typeof useDela>;
type Read = NonNullable<Dela["reading"]["latest"]>;

/** Before a workbook is shared: what a reader without the add-in meets, what is sensitive, and what to do about both. */
export default function DelaPage() {
  const texts = useTexts(delaSidaTexts);
  const dela = useDela();
  const { reading, planning, writing, undoing } = dela;
  const busy = [reading, planning, writing, undoing].some(({ state }) => state.state === "running");
  const { latest } = reading;
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      {reading.state.state === "running" && <Waiting slow={reading.state.slow} />}
      {reading.state.state === "failed" && (
        <ProblemNote error={reading.state.error} onRetry={() => void reading.run()} />
      )}
      {[planning, writing, undoing].map(
        ({ state }, index) => state.state === "failed" && <ProblemNote key={index} error={state.error} />,
      )}
      {writing.state.state === "running" && <Waiting label={texts.working} slow={writing.state.slow} />}
      {writing.state.state === "done" && <Result dela={dela} />}
      {undoing.state.state === "done" && writing.state.state === "idle" && (
        <Note tone="info">{texts.undone}</Note>
      )}
      {latest && (
        <>
          <Reader read={latest} dela={dela} busy={busy} />
          <Frozen read={latest} dela={dela} busy={busy} />
          <Sick read={latest} dela={dela} busy={busy} />
          <Sensitive read={latest} dela={dela} busy={busy} />
          <ForReaders read={latest} dela={dela} busy={busy} />
          <div>
            <Button disabledFocusable={busy} onClick={() => void reading.run()}>
              {texts.again}
            </Button>
          </div>
        </>
      )}
    </PageFrame>
  );
}

interface Part {
  read: Read;
  dela: Dela;
  busy: boolean;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

function Result({ dela: { writing, undoing } }: { dela: Dela }) {
  if (writing.state.state !== "done") return null;
  const { done, undo } = writing.state.value;
  return <DoneNote done={done} onUndo={undo && (() => void undoing.run(undo))} />;
}

function Reader({ read: { overview }, dela, busy }: Part) {
  const texts = useTexts(delaSidaTexts);
  const words = useTexts(delaTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { cells, uses, reports } = overview;
  return (
    <Section title={texts.reader}>
      <p className={styles.text}>{cells.length === 0 ? texts.noKoll : texts.koll(cells.length)}</p>
      {reports.length > 0 && <p className={styles.small}>{texts.reports(reports.length)}</p>}
      {cells.length > 0 && !dela.preview && (
        <>
          <div className={styles.actions}>
            <Button disabledFocusable={busy} onClick={() => dela.plan("formler")}>
              {texts.standalone}
            </Button>
            <Button disabledFocusable={busy} onClick={() => dela.plan("varden")}>
              {texts.freeze}
            </Button>
          </div>
          <Disclosure label={texts.list}>
            <Places
              places={cells.map((cell) => ({
                ...cell,
                text: [words.lage[stateOf(cell.values)], words.form[cell.form]].filter(Boolean).join("; "),
              }))}
            />
          </Disclosure>
        </>
      )}
      {dela.preview && (
        <Preview
          plan={dela.preview}
          busy={busy}
          onShare={(keep) => dela.share(dela.preview!, keep)}
          onCancel={dela.cancel}
        />
      )}
      {uses.length > 0 && (
        <Disclosure label={texts.uses}>
          <ul className={styles.list}>
            {uses.map(({ kind, sheet, place, formula, native }) => (
              <li key={`${kind} ${sheet ?? ""} ${place} ${formula}`} className={styles.place}>
                {words.plats[kind](sheet === null || kind === "namn" ? place : `${sheet}!${place}`)}
                <code className={styles.formula}>{localFormula(formula, language)}</code>
                <span className={styles.small}>
                  {words.platsRad[kind]}
                  {native !== null && `; ${words.skrivSjalv(localFormula(native, language))}`}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function Frozen({ read: { thaw, thawProblem }, dela, busy }: Part) {
  const texts = useTexts(delaSidaTexts);
  const words = useTexts(delaTexts);
  const language = useLanguage();
  const styles = useStyles();
  if (thawProblem)
    return (
      <Note tone="warning" title={texts.frozenProblem}>
        {thawProblem.text(language)}
      </Note>
    );
  if (thaw.length === 0) return null;
  return (
    <Section title={texts.frozen}>
      <p className={styles.text}>{texts.frozenText(thaw.length)}</p>
      <div className={styles.actions}>
        <Button disabledFocusable={busy} onClick={() => dela.thaw(false)}>
          {texts.thaw}
        </Button>
        {thaw.some(({ state }) => state === "flyttad") && (
          <Button disabledFocusable={busy} onClick={() => dela.thaw(true)}>
            {texts.thawMoved}
          </Button>
        )}
      </div>
      <Disclosure label={texts.list}>
        <Places
          places={thaw.map(({ to, from, original, state }) => ({
            ...(to ?? from),
            formula: original,
            text: words.tinad[state],
          }))}
        />
      </Disclosure>
    </Section>
  );
}

function Sick({ read: { heal }, dela, busy }: Part) {
  const texts = useTexts(delaSidaTexts);
  const styles = useStyles();
  const count = heal.steps.length + heal.names.length;
  if (count === 0) return null;
  return (
    <Section title={texts.sick}>
      <p className={styles.text}>{texts.sickText(count)}</p>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={dela.heal}>
          {texts.heal}
        </Button>
      </div>
      <Disclosure label={texts.list}>
        <Places places={heal.steps.map(({ cell }) => cell)} />
      </Disclosure>
    </Section>
  );
}

function Sensitive({ read: { sensitive }, dela, busy }: Part) {
  const texts = useTexts(delaSidaTexts);
  const words = useTexts(delaTexts);
  const language = useLanguage();
  const styles = useStyles();
  return (
    <Section title={texts.sensitive}>
      {sensitive.length === 0 && <p className={styles.text}>{texts.nothingSensitive}</p>}
      <ul className={styles.list}>
        {sensitive.map((fynd) => (
          <li key={[fynd.slag, fynd.sheet, fynd.address, fynd.om].join(" ")} className={styles.place}>
            {fynd.sheet && fynd.address ? (
              <CellLink sheet={fynd.sheet} cell={fynd.address} />
            ) : (
              <strong>{fynd.sheet ?? texts.wholeBook}</strong>
            )}
            <span>{kansligtText(fynd, language)}</span>
            {fynd.fix && (
              <Button size="small" disabledFocusable={busy} onClick={() => dela.fix(fynd)}>
                {words.atgarda[fynd.fix.kind]}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ForReaders({ read: { sheets, withLine, logging }, dela, busy }: Part) {
  const texts = useTexts(delaSidaTexts);
  const styles = useStyles();
  return (
    <Section title={texts.forReaders}>
      {(sheets.length > 0 || withLine.length > 0) && (
        <>
          <p className={styles.text}>{texts.lineText}</p>
          <div className={styles.actions}>
            {sheets.length > 0 && (
              <Button disabledFocusable={busy} onClick={() => dela.line(true)}>
                {withLine.length > 0 ? texts.updateLine : texts.writeLine}
              </Button>
            )}
            {withLine.length > 0 && (
              <Button disabledFocusable={busy} onClick={() => dela.line(false)}>
                {texts.removeLine}
              </Button>
            )}
          </div>
        </>
      )}
      <p className={styles.text}>
        {texts.logText} {logging && texts.logging}
      </p>
      <div className={styles.actions}>
        <Button disabledFocusable={busy} onClick={() => dela.log(!logging)}>
          {logging ? texts.stopLog : texts.startLog}
        </Button>
      </div>
    </Section>
  );
}
