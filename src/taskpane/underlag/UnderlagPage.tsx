import { Button } from "@fluentui/react-components";
import type { SourceSummary } from "../../actions/sources";
import { underlagTexts } from "../../texts/taskpane/underlag";
import { CellLink } from "../components/CellLink";
import { Disclosure } from "../components/Disclosure";
import { Note } from "../components/Note";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useTexts } from "../language";
import { useStyles } from "./styles";
import { useUnderlag } from "./useUnderlag";

/** How many refused rows are listed at once. */
const mostListed = 10;

export default function UnderlagPage() {
  const texts = useTexts(underlagTexts);
  const styles = useStyles();
  const { state, run } = useUnderlag();
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      {state.state === "running" && <Waiting slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void run()} />}
      {state.state === "done" && (
        <>
          {state.value.length === 0 && (
            <Note tone="info" title={texts.none}>
              {texts.noneText}
            </Note>
          )}
          <ul className={styles.list}>
            {state.value.map((source) => (
              <li key={`${source.blad}!${source.adress}`}>
                <SourceCard source={source} />
              </li>
            ))}
          </ul>
          <div>
            <Button onClick={() => void run()}>{texts.refresh}</Button>
          </div>
        </>
      )}
    </PageFrame>
  );
}

function SourceCard({ source }: { source: SourceSummary }) {
  const texts = useTexts(underlagTexts);
  const styles = useStyles();
  const { slag, blad, adress, falt, enhet, tecken, rader, nekade, noter } = source;
  return (
    <article className={styles.source}>
      <h2 className={styles.heading}>{texts.kinds[slag]}</h2>
      <p className={styles.small}>
        <CellLink sheet={blad} cell={adress} /> · {texts.rows(rader)}
      </p>
      <dl className={styles.facts}>
        {enhet !== null && <Fact name={texts.unit} value={enhet} />}
        {tecken !== null && <Fact name={texts.sign} value={texts.signs[tecken]} />}
      </dl>
      <Disclosure label={texts.columns}>
        <dl className={styles.facts}>
          {Object.entries(falt).map(([field, header]) => (
            <Fact key={field} name={field} value={header} />
          ))}
        </dl>
      </Disclosure>
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
    </article>
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
