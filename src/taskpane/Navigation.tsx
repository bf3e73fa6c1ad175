import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { goTo, type Page } from "../actions/navigation";
import { shellTexts } from "../texts/taskpane/shell";
import { Chevron } from "./components/Chevron";
import { useTexts } from "./language";

const first: Page[] = ["start", "underlag", "rapporter", "kontroll"];

const narrow = "@media (max-width: 350px)";

const useStyles = makeStyles({
  root: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    display: "flex",
    paddingInline: tokens.spacingHorizontalS,
    [narrow]: { paddingInline: tokens.spacingHorizontalXXS },
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXXS,
    minHeight: "40px",
    paddingInline: tokens.spacingHorizontalS,
    [narrow]: { paddingInline: tokens.spacingHorizontalSNudge },
    border: "none",
    borderBottom: "2px solid transparent",
    borderTop: "2px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    whiteSpace: "nowrap",
    ":hover": { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  more: { marginLeft: "auto" },
  list: {
    position: "absolute",
    top: "100%",
    right: tokens.spacingHorizontalS,
    minWidth: "180px",
    margin: 0,
    padding: tokens.spacingVerticalXS,
    listStyleType: "none",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  listItem: {
    width: "100%",
    minHeight: "32px",
    borderBottom: "none",
    borderTop: "none",
    borderRadius: tokens.borderRadiusSmall,
  },
});

/** The most used pages side by side, the others under "Mer". */
export function Navigation({ current, pages }: { current: Page; pages: readonly Page[] }) {
  const texts = useTexts(shellTexts);
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const rest = pages.filter((page) => !first.includes(page));
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (!root.current!.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
    };
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current!.focus();
  };
  const link = (page: Page, extra?: string) => (
    <button
      key={page}
      type="button"
      className={mergeClasses(styles.item, extra, page === current && styles.current)}
      aria-current={page === current ? "page" : undefined}
      onClick={() => {
        setOpen(false);
        goTo(page);
      }}
    >
      {texts.pages[page]}
    </button>
  );
  const inRest = rest.includes(current);
  return (
    <nav ref={root} aria-label={texts.navigation} className={styles.root} onKeyDown={onKeyDown}>
      {pages.filter((page) => first.includes(page)).map((page) => link(page))}
      <button
        ref={button}
        type="button"
        className={mergeClasses(styles.item, styles.more, inRest && styles.current)}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {texts.more}
        <Chevron to="down" />
      </button>
      {open && (
        <ul className={styles.list}>
          {rest.map((page) => (
            <li key={page}>{link(page, styles.listItem)}</li>
          ))}
        </ul>
      )}
    </nav>
  );
}
