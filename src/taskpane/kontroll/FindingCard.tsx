import { Badge, Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Finding } from "../../actions/kontroll";
import { auditTexts } from "../../texts/audit";
import { countText } from "../../texts/language";
import { kontrollTexts } from "../../texts/taskpane/kontroll";
import { CellLink } from "../components/CellLink";
import { useLanguage, useTexts } from "../language";
import { useStyles } from "./styles";

const colors = { säker: "danger", trolig: "warning", notis: "informative" } as const;

/** How many of the other cells concerned are linked. */
const mostCells = 6;

/** One finding: where, what, what it should be, and what can be done. */
export function FindingCard({
  finding,
  busy,
  onFix,
  onAccept,
}: {
  finding: Finding;
  busy: boolean;
  onFix: () => void;
  onAccept: (reason: string) => void;
}) {
  const texts = useTexts(kontrollTexts);
  const certainty = useTexts(auditTexts).sakerhet;
  const language = useLanguage();
  const styles = useStyles();
  const [reason, setReason] = useState<string | null>(null);
  const { sakerhet, blad, cell, aven, tryckt, beraknat, text, atgard, accepterad } = finding;
  return (
    <article className={styles.finding}>
      <div className={styles.top}>
        <CellLink sheet={blad} cell={cell} />
        <Badge appearance="outline" color={colors[sakerhet]}>
          {certainty[sakerhet]}
        </Badge>
      </div>
      <p className={styles.text}>{text[language]}</p>
      {(tryckt !== "" || beraknat !== null) && (
        <p className={styles.small}>
          {texts.printed}: {tryckt}
          {beraknat !== null &&
            ` · ${texts.calculated}: ${typeof beraknat === "number" ? countText(beraknat, language) : beraknat}`}
        </p>
      )}
      {aven.length > 0 && (
        <p className={styles.small}>
          {texts.also}{" "}
          {aven.slice(0, mostCells).map((other, index) => (
            <span key={`${other.blad}!${other.cell}`}>
              {index > 0 && ", "}
              <CellLink sheet={other.blad} cell={other.cell}>
                {other.blad === blad ? other.cell : `${other.blad}!${other.cell}`}
              </CellLink>
            </span>
          ))}
          {aven.length > mostCells && ` (+${aven.length - mostCells})`}
        </p>
      )}
      {accepterad !== undefined && <p className={styles.small}>{texts.acceptedBecause(accepterad)}</p>}
      {atgard && <p className={styles.small}>{atgard.text[language]}</p>}
      {reason === null ? (
        <div className={styles.actions}>
          {atgard && accepterad === undefined && (
            <Button size="small" disabledFocusable={busy} onClick={onFix}>
              {texts.fix}
            </Button>
          )}
          {accepterad === undefined && (
            <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => setReason("")}>
              {texts.accept}
            </Button>
          )}
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onAccept(reason);
            setReason(null);
          }}
        >
          <Field label={texts.reason} hint={texts.reasonHint}>
            <Input autoFocus value={reason} onChange={(_, { value }) => setReason(value)} />
          </Field>
          <div className={styles.actions}>
            <Button size="small" type="submit" appearance="primary">
              {texts.accept}
            </Button>
            <Button size="small" onClick={() => setReason(null)}>
              {texts.cancel}
            </Button>
          </div>
        </form>
      )}
    </article>
  );
}
