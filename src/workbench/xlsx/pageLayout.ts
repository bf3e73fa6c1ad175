import type { HeaderFooter, PageLayout } from "../model/parts";
import type { SheetPart } from "./sheetOrder";
import {
  changeElement,
  child,
  childrenOf,
  type Element,
  escapeText,
  isTrue,
  tag,
  unescapeExcel,
} from "./xml";

export function readPageLayout(root: Element, standard: PageLayout): PageLayout {
  const margins = child(root, "pageMargins")?.attributes;
  const setup = child(root, "pageSetup")?.attributes;
  const options = child(root, "printOptions")?.attributes ?? {};
  const fits = isTrue(child(child(root, "sheetPr"), "pageSetUpPr")?.attributes.fitToPage);
  const texts = child(root, "headerFooter");
  const headers = (odd: string, different: string) => ({
    different: isTrue(texts?.attributes[different]),
    header: sections(child(texts, `${odd}Header`)?.text ?? ""),
    footer: sections(child(texts, `${odd}Footer`)?.text ?? ""),
  });
  const breaks = (name: string) =>
    childrenOf(child(root, name), "brk").map(({ attributes }) => Number(attributes.id));
  return {
    ...standard,
    orientation: setup?.orientation === "landscape" ? "landscape" : "portrait",
    // A sheet that says nothing follows the printer (A4 here); a setup that says nothing means Letter.
    paperSize: setup ? Number(setup.paperSize ?? 1) : standard.paperSize,
    fit: fits ? { width: Number(setup?.fitToWidth ?? 1), height: Number(setup?.fitToHeight ?? 1) } : null,
    scale: Number(setup?.scale ?? 100),
    margins: margins
      ? {
          left: Number(margins.left ?? 0.7),
          right: Number(margins.right ?? 0.7),
          top: Number(margins.top ?? 0.75),
          bottom: Number(margins.bottom ?? 0.75),
          header: Number(margins.header ?? 0.3),
          footer: Number(margins.footer ?? 0.3),
        }
      : standard.margins,
    centerHorizontally: isTrue(options.horizontalCentered),
    centerVertically: isTrue(options.verticalCentered),
    printGridlines: isTrue(options.gridLines),
    printHeadings: isTrue(options.headings),
    blackAndWhite: isTrue(setup?.blackAndWhite),
    draft: isTrue(setup?.draft),
    firstPage: isTrue(setup?.useFirstPageNumber) ? Number(setup?.firstPageNumber ?? 1) : null,
    order: setup?.pageOrder ?? "downThenOver",
    errors: setup?.errors ?? "displayed",
    comments: setup?.cellComments ?? "none",
    header: sections(child(texts, "oddHeader")?.text ?? ""),
    footer: sections(child(texts, "oddFooter")?.text ?? ""),
    first: headers("first", "differentFirst"),
    even: headers("even", "differentOddEven"),
    headersAlign: isTrue(texts?.attributes.alignWithMargins ?? "1"),
    headersScale: isTrue(texts?.attributes.scaleWithDoc ?? "1"),
    rowBreaks: breaks("rowBreaks"),
    columnBreaks: breaks("colBreaks"),
  };
}

/** "&Lvänster&Cmitt&Rhöger"; text before any section is the middle. */
function sections(text: string): HeaderFooter {
  const found = { L: "", C: "", R: "" };
  let current: keyof typeof found = "C";
  // "&&" is the character itself; what follows it is no code.
  for (const piece of unescapeExcel(text).split(/(&&|&[LCR])/)) {
    if (/^&[LCR]$/.test(piece)) current = piece[1] as typeof current;
    else found[current] += piece;
  }
  return { left: found.L, center: found.C, right: found.R };
}

const joined = ({ left, center, right }: HeaderFooter) =>
  (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);

/** What a layout says in each of the sheet's elements. Equal when nothing is to be written. */
export const layoutParts: Partial<Record<SheetPart, (layout: PageLayout) => unknown>> = {
  printOptions: (l) => [l.centerHorizontally, l.centerVertically, l.printGridlines, l.printHeadings],
  pageMargins: (l) => l.margins,
  pageSetup: (l) => [
    l.orientation,
    l.paperSize,
    l.fit,
    l.scale,
    l.blackAndWhite,
    l.draft,
    l.firstPage,
    l.order,
    l.errors,
    l.comments,
  ],
  headerFooter: (l) => [l.header, l.footer, l.first, l.even, l.headersAlign, l.headersScale],
  rowBreaks: (l) => l.rowBreaks,
  colBreaks: (l) => l.columnBreaks,
};

const headerOrder = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

/** One of the layout's elements with the model's settings; what the model doesn't hold stays. */
export function writeLayoutPart(
  name: SheetPart,
  layout: PageLayout,
  text: string,
  element: Element | undefined,
): string {
  switch (name) {
    case "printOptions":
      return changeElement(text, element, name, {
        horizontalCentered: layout.centerHorizontally || null,
        verticalCentered: layout.centerVertically || null,
        headings: layout.printHeadings || null,
        gridLines: layout.printGridlines || null,
        gridLinesSet: null,
      });
    case "pageMargins":
      return changeElement(text, element, name, layout.margins);
    case "pageSetup":
      return changeElement(text, element, name, {
        paperSize: layout.paperSize,
        scale: layout.scale === 100 ? null : layout.scale,
        firstPageNumber: layout.firstPage,
        fitToWidth: layout.fit && layout.fit.width !== 1 ? layout.fit.width : null,
        fitToHeight: layout.fit && layout.fit.height !== 1 ? layout.fit.height : null,
        pageOrder: layout.order === "downThenOver" ? null : layout.order,
        orientation: layout.orientation,
        usePrinterDefaults: null,
        blackAndWhite: layout.blackAndWhite || null,
        draft: layout.draft || null,
        cellComments: layout.comments === "none" ? null : layout.comments,
        errors: layout.errors === "displayed" ? null : layout.errors,
        useFirstPageNumber: layout.firstPage !== null || null,
      });
    case "headerFooter": {
      const line = (tagName: string, part: HeaderFooter) =>
        joined(part) ? tag(tagName, {}, escapeText(joined(part))) : "";
      const { first, even } = layout;
      const children = {
        oddHeader: line("oddHeader", layout.header),
        oddFooter: line("oddFooter", layout.footer),
        evenHeader: line("evenHeader", even.header),
        evenFooter: line("evenFooter", even.footer),
        firstHeader: line("firstHeader", first.header),
        firstFooter: line("firstFooter", first.footer),
      };
      const attributes = {
        differentOddEven: even.different || null,
        differentFirst: first.different || null,
        scaleWithDoc: layout.headersScale ? null : false,
        alignWithMargins: layout.headersAlign ? null : false,
      };
      const written = changeElement(text, element, name, attributes, children, headerOrder);
      return /^<[^\s/>]+\/>$/.test(written) ? "" : written;
    }
    case "rowBreaks":
      return breaks(name, layout.rowBreaks, 16383);
    case "colBreaks":
      return breaks(name, layout.columnBreaks, 1048575);
    default:
      throw new Error(`no layout in ${name}`);
  }
}

const breaks = (name: string, at: number[], max: number) =>
  at.length === 0
    ? ""
    : tag(
        name,
        { count: at.length, manualBreakCount: at.length },
        [...at]
          .sort((a, b) => a - b)
          .map((id) => tag("brk", { id, max, man: true }))
          .join(""),
      );
