import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    "& > summary": {
      cursor: "pointer",
      color: tokens.colorBrandForegroundLink,
      borderRadius: tokens.borderRadiusSmall,
      ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    },
  },
  body: { marginTop: tokens.spacingVerticalS },
});

/** More to read, folded until it is asked for. */
export function Disclosure({
  label,
  onOpen,
  children,
}: {
  label: string;
  onOpen?: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <details className={styles.root} onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}>
      <summary>{label}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
