import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Regular } from "@fluentui/react-icons/svg/error-circle";
import { Info20Regular } from "@fluentui/react-icons/svg/info";
import { Warning20Regular } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";

export type Tone = "info" | "success" | "warning" | "error";

const icons = {
  info: Info20Regular,
  success: CheckmarkCircle20Regular,
  warning: Warning20Regular,
  error: ErrorCircle20Regular,
};

const useStyles = makeStyles({
  root: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  icon: { flexShrink: 0 },
  body: { minWidth: 0, flexGrow: 1, overflowWrap: "anywhere" },
  title: { display: "block", fontWeight: tokens.fontWeightSemibold },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
  info: { "& > svg": { color: tokens.colorNeutralForeground2 } },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    "& > svg": { color: tokens.colorStatusSuccessForeground1 },
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    "& > svg": { color: tokens.colorStatusWarningForeground3 },
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    "& > svg": { color: tokens.colorStatusDangerForeground1 },
  },
});

/** A message to the user, read out when it appears: errors and warnings at once, the rest when there is a pause. */
export function Note({
  tone,
  title,
  children,
  actions,
}: {
  tone: Tone;
  title?: string | null;
  children: ReactNode;
  actions?: ReactNode;
}) {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <div role={tone === "error" ? "alert" : "status"} className={mergeClasses(styles.root, styles[tone])}>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.body}>
        {title && <span className={styles.title}>{title}</span>}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
