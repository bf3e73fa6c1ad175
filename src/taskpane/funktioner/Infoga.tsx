import { Button, Field, Input, Select } from "@fluentui/react-components";
import type { GuideEntry } from "../../actions/functionGuide";
import { funktionerTexts } from "../../texts/taskpane/funktioner";
import { Note } from "../components/Note";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useLanguage, useTexts } from "../language";
import { localFormula } from "../../workbook/localFormula";
import { useStyles } from "./styles";
import { useInfoga } from "./useInfoga";

/** A form with a field for each argument; the formula is shown before it is written. */
export function Infoga({ entry }: { entry: GuideEntry }) {
  const texts = useTexts(funktionerTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { given, set, addRepeated, target, picking, inserting, undoing, missing, formula } = useInfoga(entry);
  const { parameters } = entry;
  const last = parameters.length - 1;
  const place = target.state;
  return (
    <section className={styles.section} aria-label={texts.insert}>
      {given.map((value, index) => {
        const parameter = parameters[Math.min(index, last)];
        const { name, options } = parameter;
        const number = index > last ? ` ${index - last + 1}` : "";
        return (
          <Field
            key={index}
            label={parameter.optional ? `${name}${number} (${texts.optional})` : `${name}${number}`}
            hint={index <= last ? parameter.help : undefined}
            required={!parameter.optional && index <= last}
          >
            {options ? (
              <Select value={value} onChange={(_, data) => set(index, data.value)}>
                {!parameter.isSign && <option value="" />}
                {options.map((word) => (
                  <option key={word} value={word}>
                    {word}
                  </option>
                ))}
              </Select>
            ) : (
              <Input
                value={value}
                placeholder={texts.placeholder}
                onChange={(_, data) => set(index, data.value)}
                contentAfter={
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={texts.useSelectionFor(name)}
                    onClick={() => void picking.run(index)}
                  >
                    {texts.useSelection}
                  </Button>
                }
              />
            )}
          </Field>
        );
      })}
      {parameters[last].repeating && (
        <div>
          <Button size="small" onClick={addRepeated}>
            {texts.moreArguments}
          </Button>
        </div>
      )}
      {picking.state.state === "failed" && <ProblemNote error={picking.state.error} />}
      {formula === null ? (
        <p className={styles.text}>{texts.fillIn(missing.map(({ name }) => name).join(", "))}</p>
      ) : (
        <code className={styles.code} aria-label={texts.formula}>
          {localFormula(formula, language)}
        </code>
      )}
      {place.state === "running" && <Waiting slow={place.slow} />}
      {place.state === "failed" && <ProblemNote error={place.error} onRetry={() => void target.run()} />}
      {place.state === "done" && (
        <>
          <p className={styles.text}>
            {texts.target(place.value.sheet, place.value.cell)}
            {place.value.content !== "" && ` ${texts.replaces(place.value.content)}`}
          </p>
          <div className={styles.actions}>
            <Button
              appearance="primary"
              disabledFocusable={formula === null || inserting.state.state === "running"}
              onClick={() => void inserting.run(place.value, formula!)}
            >
              {texts.insert}
            </Button>
            <Button
              onClick={() => {
                inserting.reset();
                undoing.reset();
                void target.run();
              }}
            >
              {texts.chooseTarget}
            </Button>
          </div>
        </>
      )}
      {inserting.state.state === "running" && <Waiting slow={inserting.state.slow} />}
      {inserting.state.state === "failed" && <ProblemNote error={inserting.state.error} />}
      {inserting.state.state === "done" && (
        <Inserted
          cell={inserting.state.value.target.cell}
          text={inserting.state.value.text}
          onUndo={() => {
            const { state } = inserting;
            if (state.state === "done") void undoing.run(state.value.target, state.value.formula);
          }}
        />
      )}
      {undoing.state.state === "failed" && <ProblemNote error={undoing.state.error} />}
      {undoing.state.state === "done" && <Note tone="info">{texts.undone(undoing.state.value)}</Note>}
    </section>
  );
}

function Inserted({ cell, text, onUndo }: { cell: string; text: string; onUndo: () => void }) {
  const texts = useTexts(funktionerTexts);
  return (
    <Note tone="success" actions={<Button onClick={onUndo}>{texts.undo}</Button>}>
      {texts.inserted(cell, text)}
    </Note>
  );
}
