import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { shellTexts } from "../../texts/taskpane/shell";
import { useLanguage } from "../language";
import { problemOf } from "../problem";
import { Note } from "./Note";

const useStyles = makeStyles({
  details: {
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    "& pre": { whiteSpace: "pre-wrap", fontFamily: tokens.fontFamilyMonospace },
  },
});

/** An error with what to do about it, and what support needs to know where the fault may be ours. */
export default function ProblemNoteView({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const language = useLanguage();
  const texts = shellTexts[language];
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  const { title, text, details } = problemOf(error, language);
  const copy = async () => {
    await navigator.clipboard.writeText(details!);
    setCopied(true);
  };
  return (
    <Note
      tone="error"
      title={title}
      actions={
        <>
          {onRetry && <Button onClick={onRetry}>{texts.retry}</Button>}
          {details && (
            <Button appearance="subtle" onClick={() => void copy()}>
              {copied ? texts.copied : texts.copyDetails}
            </Button>
          )}
        </>
      }
    >
      {text}
      {details && (
        <details className={styles.details}>
          <summary>{texts.details}</summary>
          <pre>{details}</pre>
        </details>
      )}
    </Note>
  );
}
