import { Button, Field, Input } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useState } from "react";
import { goTo } from "../../actions/navigation";
import { functions } from "../../functions";
import { tasks } from "../../functions/core/help";
import { functionHelp } from "../../functions/help";
import type { Language } from "../../texts/language";
import { funktionerTexts } from "../../texts/taskpane/funktioner";
import { Card } from "../components/Card";
import { PageFrame } from "../components/PageFrame";
import { useLanguage, useTexts } from "../language";
import { Funktion } from "./Funktion";
import { useStyles } from "./styles";

/** Every KOLL function by what it is for, with search; one at a time is opened with help and insertion. */
export default function FunktionerPage({ subject }: { subject: string | null }) {
  const texts = useTexts(funktionerTexts);
  const language = useLanguage();
  const styles = useStyles();
  const [search, setSearch] = useState("");
  const opened = functions.find(({ id }) => id === subject);
  if (opened)
    return (
      <PageFrame
        key={opened.id}
        focusTitle
        title={`KOLL.${opened.id}`}
        intro={functionHelp(opened.id)![language].summary}
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
        <Funktion definition={opened} />
      </PageFrame>
    );
  const found = searchFunctions(search, language);
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      <Field label={texts.search} hint={texts.searchHint}>
        <Input type="search" value={search} onChange={(_, { value }) => setSearch(value)} />
      </Field>
      <p role="status" className={styles.count}>
        {found.length > 0 ? texts.found(found.length) : texts.none(search)}
      </p>
      {Object.entries(tasks).map(([task, name]) => {
        const own = found.filter((id) => functionHelp(id)!.task === task);
        if (own.length === 0) return null;
        return (
          <section key={task} className={styles.section} aria-labelledby={`task-${task}`}>
            <h2 id={`task-${task}`} className={styles.heading}>
              {name[language]}
            </h2>
            {own.map((id) => (
              <Card
                key={id}
                title={id}
                text={functionHelp(id)![language].summary}
                onClick={() => goTo("funktioner", id)}
              />
            ))}
          </section>
        );
      })}
    </PageFrame>
  );
}

/** Functions whose name or help holds every word; those whose name does come first. */
function searchFunctions(search: string, language: Language): string[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const matching = functions
    .map(({ id }) => id)
    .filter((id) => {
      const { summary, about } = functionHelp(id)![language];
      return holds(`${id} ${summary} ${about}`);
    });
  return [...matching.filter(holds), ...matching.filter((id) => !holds(id))];
}
