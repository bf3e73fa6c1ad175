import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { auditTexts } from "../../texts/audit";
import { kontrollTexts } from "../../texts/taskpane/kontroll";
import { Disclosure } from "../components/Disclosure";
import { Note } from "../components/Note";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useTexts } from "../language";
import { FindingCard } from "./FindingCard";
import { useStyles } from "./styles";
import { type Group, type Grouping, groupsOf, useKontroll } from "./useKontroll";

/** How many findings of a group are listed at once. */
const step = 20;

/** The audit's findings by sheet or rule: go there, fix, take back, accept with a reason. */
export default function KontrollPage() {
  const texts = useTexts(kontrollTexts);
  const rules = useTexts(auditTexts).regler;
  const styles = useStyles();
  const kontroll = useKontroll();
  const { audit, fixing, undoing, accepting, protocol, grouping, open, accepted } = kontroll;
  const busy = [audit, fixing, undoing, accepting, protocol].some(({ state }) => state.state === "running");
  const name = (finding: (typeof open)[number]) =>
    grouping === "blad" ? finding.blad : rules[finding.regel];
  const card = (finding: (typeof open)[number]) => (
    <FindingCard
      finding={finding}
      busy={busy}
      onFix={() => void fixing.run(finding)}
      onAccept={(reason) => void accepting.run(finding, reason)}
    />
  );
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      {audit.state.state === "running" && <Waiting label={texts.auditing} slow={audit.state.slow} />}
      {audit.state.state === "failed" && (
        <ProblemNote error={audit.state.error} onRetry={() => void audit.run()} />
      )}
      {[fixing, undoing, accepting, protocol].map(
        ({ state }, index) => state.state === "failed" && <ProblemNote key={index} error={state.error} />,
      )}
      <div className={styles.outcome}>
        {fixing.state.state === "running" && <Waiting label={texts.fixing} slow={fixing.state.slow} />}
        {fixing.state.state === "done" && (
          <Fixed {...fixing.state.value} onUndo={(undo) => void undoing.run(undo)} />
        )}
        {undoing.state.state === "done" && fixing.state.state === "idle" && (
          <Note tone="info">{texts.undone}</Note>
        )}
      </div>
      {protocol.state.state === "running" && (
        <Waiting label={texts.protocolWriting} slow={protocol.state.slow} />
      )}
      {protocol.state.state === "done" && (
        <Note tone="success">{texts.protocolWritten(protocol.state.value)}</Note>
      )}
      {audit.latest && (
        <>
          <div className={styles.choices}>
            <Field label={texts.groupBy}>
              <Select value={grouping} onChange={(_, { value }) => kontroll.setGrouping(value as Grouping)}>
                <option value="blad">{texts.bySheet}</option>
                <option value="regel">{texts.byRule}</option>
              </Select>
            </Field>
            <Field label={texts.show}>
              <Select
                value={kontroll.certainOnly ? "certain" : "all"}
                onChange={(_, { value }) => kontroll.setCertainOnly(value === "certain")}
              >
                <option value="all">{texts.all}</option>
                <option value="certain">{texts.certain}</option>
              </Select>
            </Field>
          </div>
          <div className={styles.actions}>
            <Button disabledFocusable={busy} onClick={() => void audit.run()}>
              {texts.again}
            </Button>
            <Button disabledFocusable={busy} onClick={() => void protocol.run()}>
              {texts.protocol}
            </Button>
          </div>
          {open.length === 0 ? (
            <Note tone="success" title={texts.clean}>
              {texts.cleanText}
            </Note>
          ) : (
            <p role="status" className={styles.summary}>
              {texts.open(open.length)}
            </p>
          )}
          {groupsOf(open, name).map((group) => (
            <FindingGroup key={group.name} group={group} card={card} />
          ))}
          {accepted.length > 0 && (
            <Disclosure label={texts.accepted(accepted.length)}>
              <ul className={styles.list}>
                {accepted.map((finding) => (
                  <li key={finding.nyckel}>{card(finding)}</li>
                ))}
              </ul>
            </Disclosure>
          )}
        </>
      )}
    </PageFrame>
  );
}

function FindingGroup({
  group,
  card,
}: {
  group: Group;
  card: (finding: Group["findings"][number]) => React.ReactNode;
}) {
  const texts = useTexts(kontrollTexts);
  const styles = useStyles();
  const [count, setCount] = useState(step);
  const rest = group.findings.length - count;
  return (
    <section className={styles.section} aria-label={group.name}>
      <h2 className={styles.heading}>
        {group.name} ({group.findings.length})
      </h2>
      <ul className={styles.list}>
        {group.findings.slice(0, count).map((finding) => (
          <li key={`${finding.nyckel} ${finding.cell}`}>{card(finding)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <div>
          <Button onClick={() => setCount(count + step)}>{texts.more(Math.min(rest, step))}</Button>
        </div>
      )}
    </section>
  );
}

function Fixed({
  cell,
  undo,
  onUndo,
}: {
  cell: string;
  undo: () => Promise<void>;
  onUndo: (undo: () => Promise<void>) => void;
}) {
  const texts = useTexts(kontrollTexts);
  return (
    <Note tone="success" actions={<Button onClick={() => onUndo(undo)}>{texts.undo}</Button>}>
      {texts.fixed(cell)}
    </Note>
  );
}
