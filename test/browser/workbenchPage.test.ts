import { type Page } from "playwright-core";
import {
  cellText,
  eventually,
  formulaText,
  openPage,
  paneFrame,
  startWorkbench,
  type,
  type Workbench,
} from "./workbench";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(() => workbench.stop());

/** A new sheet with the rules an add-in gives cells. */
async function withRules(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Nytt blad" }).click();
  await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("D1:D3").values = [["jan"], ["feb"], ["mar"]];
      sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "ja,nej" } };
      sheet.getRange("A1").dataValidation.prompt = {
        showPrompt: true,
        title: "Förankrad",
        message: "ja/nej",
      };
      sheet.getRange("A2").dataValidation.rule = { list: { inCellDropDown: true, source: "=$D$1:$D$3" } };
      const months = sheet.getRange("A3").dataValidation;
      months.rule = { wholeNumber: { formula1: 1, formula2: 12, operator: "Between" } };
      months.errorAlert = { showAlert: true, style: "Stop", title: "Månad", message: "Skriv 1–12." };
      sheet.getRange("A4:A5").dataValidation.rule = { custom: { formula: "=A4>B4" } };
      const warned = sheet.getRange("A6").dataValidation;
      warned.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
      warned.errorAlert = {
        showAlert: true,
        style: "Warning",
        title: "",
        message: "Kostnader står med plus.",
      };
      await context.sync();
    }),
  );
}

test("a cell with a list shows its prompt, and a value is chosen by keyboard or pointer", async () => {
  const { page, errors } = await openPage(workbench);
  await withRules(page);
  await cellText(page, "A1");
  await page.getByRole("note").getByText("Förankrad").waitFor();
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByRole("option", { name: "nej" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await cellText(page, "A1")).toBe("nej"));
  await cellText(page, "A2");
  await page.getByRole("button", { name: "Visa listan" }).click();
  expect(await page.getByRole("option").allTextContents()).toEqual(["jan", "feb", "mar"]);
  await page.getByRole("option", { name: "feb" }).click();
  await eventually(async () => expect(await cellText(page, "A2")).toBe("feb"));
  await page.getByRole("button", { name: "Visa listan" }).click();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("option").count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test("a value that breaks its cell's rule is refused with the rule's words, or asked about, and the cell keeps its own", async () => {
  const { page } = await openPage(workbench);
  await withRules(page);
  await type(page, "A3", "13");
  await page.getByRole("alert").getByText("Månad: Skriv 1–12. Inget har ändrats.").waitFor();
  expect(await cellText(page, "A3")).toBe("");
  await type(page, "A3", "=6+1");
  await eventually(async () => expect(await cellText(page, "A3")).toBe("7"));
  await type(page, "B5", "10");
  await type(page, "A5", "9");
  await page.getByRole("alert").getByText("Värdet är inte tillåtet i cellen.").waitFor();
  expect(await cellText(page, "A5")).toBe("");
  await type(page, "A5", "11");
  await eventually(async () => expect(await cellText(page, "A5")).toBe("11"));
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  await type(page, "A6", "-1");
  expect(await cellText(page, "A6")).toBe("");
  await type(page, "A6", "-1");
  await eventually(async () => expect(await cellText(page, "A6")).toBe("-1"));
  expect(asked[0]).toContain("Kostnader står med plus.");
  await page.close();
}, 60_000);

test("formulas are written as in the user's Excel: semicolons and decimal commas in Swedish, with help for the argument", async () => {
  const { page } = await openPage(workbench);
  await page.getByRole("button", { name: "Nytt blad" }).click();
  await cellText(page, "A1");
  await page.keyboard.type("=avvikelse");
  await page.getByRole("option", { name: /^KOLL\.AVVIKELSE\b/ }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("1,5;2;");
  expect(await page.locator(".hint strong").textContent()).toBe("[tecken]");
  await page.keyboard.type('"netto")');
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await cellText(page, "A1")).toBe("-0,5"));
  expect(await formulaText(page)).toBe('=KOLL.AVVIKELSE(1,5;2;"netto")');
  await type(page, "A2", "=SUM(A1,A1)");
  await page.getByRole("alert").getByText("argument skiljs åt med semikolon").waitFor();
  expect(await cellText(page, "A2")).toBe("");
  await page.close();
}, 60_000);

test("the sample is put back as it was, after asking about what isn't saved", async () => {
  const { page } = await openPage(workbench);
  const first = await cellText(page, "A1");
  await page.getByRole("button", { name: "Nytt blad" }).click();
  const added = page.getByRole("tab", { selected: true });
  const name = (await added.textContent())!;
  let answer = false;
  page.on("dialog", (dialog) => void (answer ? dialog.accept() : dialog.dismiss()));
  await page.getByRole("button", { name: "Återställ exempel" }).click();
  expect(await page.getByRole("tab", { name, exact: true }).count()).toBe(1);
  answer = true;
  await page.getByRole("button", { name: "Återställ exempel" }).click();
  await page.getByRole("tab", { name, exact: true }).waitFor({ state: "detached" });
  expect(await cellText(page, "A1")).toBe(first);
  await page.close();
}, 60_000);

test("charts are drawn by their kinds: columns with a line, and slices; the shown sheet's tab is in view", async () => {
  const { page } = await openPage(workbench);
  await page.getByRole("button", { name: "Nytt blad" }).click();
  await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:C4").values = [
        ["Månad", "Utfall", "Budget"],
        ["jan", 12, 10],
        ["feb", -8, 10],
        ["mar", 4, 10],
      ];
      const combined = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
      combined.name = "Kombination";
      combined.title.text = "Kombination";
      combined.series.getItemAt(1).chartType = "Line";
      const slices = sheet.charts.add("Doughnut", sheet.getRange("A1:B4"), "Columns");
      slices.title.text = "Andelar";
      await context.sync();
    }),
  );
  const combined = page.getByRole("img", { name: "Kombination" });
  await combined.waitFor();
  expect(await combined.locator("polyline").count()).toBe(1);
  const heights = await combined
    .locator("rect[fill='#4472C4']")
    .evaluateAll((columns) => columns.map((column) => Math.round(Number(column.getAttribute("height")))));
  expect(heights.slice(0, 3).map((height) => Math.round((height / heights[0]) * 12))).toEqual([12, 8, 4]);
  expect(await page.getByRole("img", { name: "Andelar" }).locator("circle").count()).toBe(3);
  await eventually(async () => {
    const [tab, list] = await Promise.all([
      page.getByRole("tab", { selected: true }).boundingBox(),
      page.getByRole("tablist", { name: "Blad" }).boundingBox(),
    ]);
    expect(tab!.x + tab!.width).toBeLessThanOrEqual(list!.x + list!.width + 1);
  });
  await page.close();
}, 60_000);
