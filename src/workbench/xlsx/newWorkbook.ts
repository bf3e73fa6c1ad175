import type { Style } from "../model/styles";
import { standardTheme } from "./colors";
import { Package } from "./package";
import { mainNamespace, relationNamespace, tag, xmlHeader } from "./xml";
import { newStyles } from "./writeStyles";

const office = "application/vnd.openxmlformats-officedocument";
export const sheetContentType = `${office}.spreadsheetml.worksheet+xml`;

/** A workbook without sheets, with the parts Excel expects. `first` is the default style. */
export function newPackage(first: Style): Package {
  const pkg = new Package(new Map());
  pkg.set(
    "[Content_Types].xml",
    xmlHeader +
      tag(
        "Types",
        { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
        tag("Default", {
          Extension: "rels",
          ContentType: "application/vnd.openxmlformats-package.relationships+xml",
        }) + tag("Default", { Extension: "xml", ContentType: "application/xml" }),
      ),
  );
  const part = (path: string, from: string, relation: string, contentType: string, text: string) => {
    pkg.set(path, xmlHeader + text);
    pkg.declare(path, contentType);
    pkg.relate(from, relation, path);
  };
  const workbook = "xl/workbook.xml";
  part(
    workbook,
    "",
    "officeDocument",
    `${office}.spreadsheetml.sheet.main+xml`,
    tag(
      "workbook",
      { xmlns: mainNamespace, "xmlns:r": relationNamespace },
      tag("workbookPr") +
        tag(
          "bookViews",
          {},
          tag("workbookView", { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 15000 }),
        ) +
        tag("calcPr", { calcId: 191029 }),
    ),
  );
  part("xl/theme/theme1.xml", workbook, "theme", `${office}.theme+xml`, themeXml());
  part(
    "xl/styles.xml",
    workbook,
    "styles",
    `${office}.spreadsheetml.styles+xml`,
    newStyles(first).slice(xmlHeader.length),
  );
  return pkg;
}

/** A sheet without cells: what the model's defaults say, in so many words, so that no printer's paper decides. */
export const newSheet = `${xmlHeader}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationNamespace}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait"/></worksheet>`;

/** The theme that colours and fonts point at: the colours, two fonts, and plain fills, lines and effects. */
function themeXml(): string {
  const names = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
  const colors = names.map((name, i) =>
    tag(`a:${name}`, {}, tag("a:srgbClr", { val: standardTheme[i].slice(1) })),
  );
  const font = (name: string, typeface: string) =>
    tag(
      `a:${name}`,
      {},
      tag("a:latin", { typeface }) + tag("a:ea", { typeface: "" }) + tag("a:cs", { typeface: "" }),
    );
  const solid = tag("a:solidFill", {}, tag("a:schemeClr", { val: "phClr" }));
  const line = (w: number) => tag("a:ln", { w }, solid);
  const effect = tag("a:effectStyle", {}, tag("a:effectLst"));
  return tag(
    "a:theme",
    { "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", name: "Office" },
    tag(
      "a:themeElements",
      {},
      tag("a:clrScheme", { name: "Office" }, colors.join("")) +
        tag(
          "a:fontScheme",
          { name: "Office" },
          font("majorFont", "Calibri Light") + font("minorFont", "Calibri"),
        ) +
        tag(
          "a:fmtScheme",
          { name: "Office" },
          tag("a:fillStyleLst", {}, solid.repeat(3)) +
            tag("a:lnStyleLst", {}, line(6350) + line(12700) + line(19050)) +
            tag("a:effectStyleLst", {}, effect.repeat(3)) +
            tag("a:bgFillStyleLst", {}, solid.repeat(3)),
        ),
    ),
  );
}
