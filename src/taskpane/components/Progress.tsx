import { makeStyles, tokens } from "@fluentui/react-components";
import { shellTexts } from "../../texts/taskpane/shell";
import { useTexts } from "../language";
import { TextButton } from "./TextButton";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalXS,
    "& progress": { width: "100%", height: "6px", accentColor: tokens.colorCompoundBrandStroke },
  },
});

/** Work of a known length, how far it has come, and the way out of it. */
export function Progress({
  label,
  done,
  of,
  onCancel,
}: {
  label: string;
  done: number;
  of: number;
  onCancel: () => void;
}) {
  const texts = useTexts(shellTexts);
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span>{label}</span>
      <progress aria-label={label} value={done} max={Math.max(1, of)} />
      <TextButton onClick={onCancel}>{texts.cancel}</TextButton>
    </div>
  );
}
