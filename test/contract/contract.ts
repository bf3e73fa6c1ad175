/**
 * A contract test says how Excel behaves and proves that the host does the same. `members` names what it is about
 * ("Range.values, Range.formulas"); scripts/docs/host.ts reads these calls for docs/host.md and docs/excel-checklist.md.
 *
 * docs: Microsoft's documentation says so. issue: its issue tracker does. assumed: nobody we can cite does; to be tried in
 * Excel.
 */
export function contract(
  tag: "docs" | "issue" | "assumed",
  members: string,
  sentence: string,
  source: string,
  body: () => Promise<void>,
): void {
  test(`${members}: ${sentence} [${tag}] ${source}`, body);
}
