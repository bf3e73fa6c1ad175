import { makeStyles, tokens } from "@fluentui/react-components";
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
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  ring: {
    flexShrink: 0,
    width: "16px",
    height: "16px",
    borderRadius: "50%",
    border: `2px solid ${tokens.colorBrandStroke2}`,
    borderTopColor: tokens.colorCompoundBrandStroke,
    animationName: { to: { transform: "rotate(360deg)" } },
    animationDuration: "1.2s",
    animationTimingFunction: "linear",
    animationIterationCount: "infinite",
    "@media (prefers-reduced-motion: reduce)": { animationDuration: "6s" },
    "@media (forced-colors: active)": { borderTopColor: "Highlight" },
  },
  slow: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Something is going on in Excel; says so when it takes unusually long. */
export function Waiting({ label, slow, onCancel }: { label?: string; slow: boolean; onCancel?: () => void }) {
  const texts = useTexts(shellTexts);
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div role="status" className={styles.line}>
        <span className={styles.ring} aria-hidden />
        {label ?? texts.loading}
      </div>
      {slow && (
        <p className={styles.slow} role="status">
          {texts.slow}
        </p>
      )}
      {onCancel && <TextButton onClick={onCancel}>{texts.cancel}</TextButton>}
    </div>
  );
}
