import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { ProfileChoices } from "../../actions/egenProfil";
import { installningarTexts } from "../../texts/taskpane/installningar";
import { useTexts } from "../language";
import { useStyles } from "./styles";

/** The workbook's own profile: what reports are printed in. Nothing is saved until the button is pressed. */
export function EgenProfil({
  start,
  busy,
  onSave,
}: {
  start: ProfileChoices;
  busy: boolean;
  onSave: (choices: ProfileChoices) => void;
}) {
  const texts = useTexts(installningarTexts);
  const styles = useStyles();
  const [choices, setChoices] = useState(start);
  const set = (change: Partial<ProfileChoices>) => setChoices((now) => ({ ...now, ...change }));
  const text = (key: "namn" | "sidhuvud") => (
    <Field label={texts.own[key]}>
      <Input value={choices[key]} onChange={(_, { value }) => set({ [key]: value })} />
    </Field>
  );
  const choice = <K extends "enhet" | "decimaler" | "tecken" | "malstatus" | "egenPrognos">(
    key: K,
    values: readonly ProfileChoices[K][],
  ) => (
    <Field label={texts.own[key]}>
      <Select
        value={String(choices[key])}
        onChange={(_, { value }) => set({ [key]: values.find((one) => String(one) === value) })}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {texts.values[String(value)] ?? value}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(choices);
      }}
    >
      <p className={styles.text}>{texts.ownHint}</p>
      {text("namn")}
      {choice("enhet", ["kr", "tkr", "mnkr"])}
      {choice("decimaler", [0, 1, 2, 3])}
      {choice("tecken", ["netto", "kostnad"])}
      {choice("egenPrognos", ["prognos", "avvikelse"])}
      {text("sidhuvud")}
      {choice("malstatus", ["ord", "kryss"])}
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {texts.saveOwn}
        </Button>
      </div>
    </form>
  );
}
