import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Chevron } from "./Chevron";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  body: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** A large button that leads somewhere: what, and why. */
export function Card({
  title,
  text,
  onClick,
  children,
}: {
  title: string;
  text: string;
  onClick: () => void;
  children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.root} onClick={onClick}>
      <span className={styles.body}>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>{text}</span>
        {children}
      </span>
      <Chevron to="right" />
    </button>
  );
}
