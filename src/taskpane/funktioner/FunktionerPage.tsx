import { Button, Field, Input } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useState } from "react";
import type { FunctionGuide } from "../../actions/functionGuide";
import { goTo } from "../../actions/navigation";
import { funktionerTexts } from "../../texts/taskpane/funktioner";
import { Card } from "../components/Card";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useTexts } from "../language";
import { Funktion } from "./Funktion";
import { useStyles } from "./styles";
import { searchFunctions, useFunktioner } from "./useFunktioner";

/** Every KOLL function by what it is for, with search; one at a time is opened with help and insertion. */
export default function FunktionerPage({ subject }: { subject: string | null }) {
  const texts = useTexts(funktionerTexts);
  const styles = useStyles();
  const { state, run, latest } = useFunktioner();
  const [search, setSearch] = useState("");
  const opened = latest?.functions.find(({ id }) => id === subject);
  if (opened)
    return (
      <PageFrame
        key={opened.id}
        focusTitle
        title={`KOLL.${opened.id}`}
        intro={opened.summary}
        above={
          <Button
            appearance="subtle"
            size="small"
            className={styles.back}
            icon={<ArrowLeft16Regular />}
            onClick={() => goTo("funktioner")}
          >
            {texts.all}
          </Button>
        }
      >
        <Funktion entry={opened} />
      </PageFrame>
    );
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      {state.state === "running" && <Waiting slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void run()} />}
      {latest && (
        <>
          <Field label={texts.search} hint={texts.searchHint}>
            <Input type="search" value={search} onChange={(_, { value }) => setSearch(value)} />
          </Field>
          <Found guide={latest} search={search} />
        </>
      )}
    </PageFrame>
  );
}

function Found({ guide, search }: { guide: FunctionGuide; search: string }) {
  const texts = useTexts(funktionerTexts);
  const styles = useStyles();
  const found = searchFunctions(guide, search);
  return (
    <>
      <p role="status" className={styles.count}>
        {found.length > 0 ? texts.found(found.length) : texts.none(search)}
      </p>
      {guide.tasks.map(({ id: task, name }) => {
        const own = found.filter((entry) => entry.task === task);
        if (own.length === 0) return null;
        return (
          <section key={task} className={styles.section} aria-labelledby={`task-${task}`}>
            <h2 id={`task-${task}`} className={styles.heading}>
              {name}
            </h2>
            {own.map(({ id, summary }) => (
              <Card key={id} title={id} text={summary} onClick={() => goTo("funktioner", id)} />
            ))}
          </section>
        );
      })}
    </>
  );
}
