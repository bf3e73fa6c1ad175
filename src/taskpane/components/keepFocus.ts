const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * When what has the focus is taken away, the focus goes to what stands in its place, or nearest before it, instead of to
 * the top of the page. Returns what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let held: Node | null = null;
  const hold = ({ target }: FocusEvent) => {
    held = target as Node;
  };
  const observer = new MutationObserver((records) => {
    if (!held || held.isConnected) return;
    const gone = held;
    held = null;
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    if (record) heir(record, root)?.focus();
  });
  root.addEventListener("focusin", hold);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener("focusin", hold);
    observer.disconnect();
  };
}

function heir({ target, nextSibling, previousSibling }: MutationRecord, root: HTMLElement) {
  const near: (HTMLElement | null)[] = [];
  for (let node = nextSibling; node; node = node.nextSibling) near.push(inside(node));
  for (let node = previousSibling; node; node = node.previousSibling) near.push(inside(node));
  for (let node: Node | null = target; node && root.contains(node); node = node.parentNode)
    near.push(inside(node));
  return near.find((element) => element?.isConnected) ?? inside(root);
}

const inside = (node: Node): HTMLElement | null =>
  node instanceof HTMLElement
    ? node.matches(focusable)
      ? node
      : node.querySelector<HTMLElement>(focusable)
    : null;
