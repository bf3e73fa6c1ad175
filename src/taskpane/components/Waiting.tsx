import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { shellTexts } from "../../texts/taskpane/shell";
import { useTexts } from "../language";
import { TextButton } from "./TextButton";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
  },
  slow: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Something is going on in Excel; says so when it takes unusually long. */
export function Waiting({ label, slow, onCancel }: { label?: string; slow: boolean; onCancel?: () => void }) {
  const texts = useTexts(shellTexts);
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Spinner size="tiny" label={label ?? texts.loading} role="status" />
      {slow && (
        <p className={styles.slow} role="status">
          {texts.slow}
        </p>
      )}
      {onCancel && <TextButton onClick={onCancel}>{texts.cancel}</TextButton>}
    </div>
  );
}
