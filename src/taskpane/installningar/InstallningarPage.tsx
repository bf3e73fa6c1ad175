import { Field, Select } from "@fluentui/react-components";
import { useContext } from "react";
import type { Language } from "../../texts/language";
import { installningarTexts } from "../../texts/taskpane/installningar";
import { Disclosure } from "../components/Disclosure";
import { Note } from "../components/Note";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { LanguageContext, useTexts } from "../language";
import { EgenProfil } from "./EgenProfil";
import { useStyles } from "./styles";
import { useInstallningar } from "./useInstallningar";

export default function InstallningarPage() {
  const texts = useTexts(installningarTexts);
  const styles = useStyles();
  const { language, setLanguage } = useContext(LanguageContext);
  const { read, saving, savingOwn } = useInstallningar();
  return (
    <PageFrame title={texts.title}>
      <section className={styles.section} aria-labelledby="settings-workbook">
        <h2 id="settings-workbook" className={styles.heading}>
          {texts.workbook}
        </h2>
        {read.state.state === "running" && read.latest === null && <Waiting slow={read.state.slow} />}
        {read.state.state === "failed" && (
          <ProblemNote error={read.state.error} onRetry={() => void read.run()} />
        )}
        {read.latest !== null && (
          <Field label={texts.profile} hint={texts.profileHint}>
            <Select value={read.latest.profil} onChange={(_, { value }) => void saving.run(value)}>
              <option value="">{texts.ownProfile}</option>
              {read.latest.profiler.map(({ id, namn }) => (
                <option key={id} value={id}>
                  {namn || texts.workbooksProfile}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {saving.state.state === "running" && <Waiting slow={saving.state.slow} />}
        {saving.state.state === "failed" && <ProblemNote error={saving.state.error} />}
        {saving.state.state === "done" && <Note tone="success">{texts.saved}</Note>}
        {read.latest !== null && (
          <Disclosure label={texts.change}>
            <EgenProfil
              key={JSON.stringify(read.latest.val)}
              start={read.latest.val}
              busy={savingOwn.state.state === "running"}
              onSave={(choices) => void savingOwn.run(choices)}
            />
          </Disclosure>
        )}
        {savingOwn.state.state === "running" && <Waiting slow={savingOwn.state.slow} />}
        {savingOwn.state.state === "failed" && <ProblemNote error={savingOwn.state.error} />}
        {savingOwn.state.state === "done" && <Note tone="success">{texts.savedOwn}</Note>}
      </section>
      <section className={styles.section} aria-labelledby="settings-you">
        <h2 id="settings-you" className={styles.heading}>
          {texts.you}
        </h2>
        <Field label={texts.language} hint={texts.languageHint}>
          <Select value={language} onChange={(_, { value }) => setLanguage(value as Language)}>
            <option value="sv" lang="sv">
              Svenska
            </option>
            <option value="en" lang="en">
              English
            </option>
          </Select>
        </Field>
      </section>
      <section className={styles.section} aria-labelledby="settings-privacy">
        <h2 id="settings-privacy" className={styles.heading}>
          {texts.privacy}
        </h2>
        <ul className={styles.list}>
          {texts.privacyText.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <section className={styles.section} aria-labelledby="settings-about">
        <h2 id="settings-about" className={styles.heading}>
          {texts.about}
        </h2>
        <p className={styles.text}>{texts.version(process.env.NAMNDKOLL_VERSION!)}</p>
      </section>
    </PageFrame>
  );
}
