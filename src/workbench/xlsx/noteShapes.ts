import { tag } from "./xml";

/**
 * A note's shape in a VML part. The parts are cut by hand: what Excel writes inside other shapes (form controls) is not
 * always well-formed XML.
 */
export interface NoteShape {
  row: number;
  column: number;
  visible: boolean;
  start: number;
  end: number;
  xml: string;
}

export function noteShapes(text: string): NoteShape[] {
  const shapes: NoteShape[] = [];
  for (const match of text.matchAll(/<v:shape\s[\s\S]*?<\/v:shape>/g)) {
    const [xml] = match;
    if (!/ObjectType\s*=\s*["']Note["']/.test(xml)) continue;
    const number = (name: string) => Number(new RegExp(`<x:${name}>\\s*(\\d+)`).exec(xml)?.[1] ?? -1);
    const visible = /<x:Visible\s*\/>|<x:Visible>\s*(?:True)?\s*<\/x:Visible>/.test(xml);
    shapes.push({
      row: number("Row"),
      column: number("Column"),
      visible,
      start: match.index,
      end: match.index + xml.length,
      xml,
    });
  }
  return shapes;
}

interface PlacedShape {
  row: number;
  column: number;
  visible: boolean;
  shape: NoteShape | undefined;
}

/** The part with the note shapes given: moved where they have moved, without those that are gone, with those that have come. */
export function rewriteShapes(
  text: string,
  known: NoteShape[],
  placed: PlacedShape[],
  make: (row: number, column: number, visible: boolean, id: number) => string,
): { xml: string; empty: boolean } {
  const kept = new Map(placed.flatMap((one) => (one.shape ? [[one.shape, one] as const] : [])));
  let xml = "";
  let at = 0;
  for (const shape of known) {
    const now = kept.get(shape);
    xml += text.slice(at, shape.start) + (now ? moved(shape, now) : "");
    at = shape.end;
  }
  xml += text.slice(at);
  const numbers = [...xml.matchAll(/\bid\s*=\s*["']_x0000_s(\d+)["']/g)].map((match) => Number(match[1]));
  const block = Number(/<o:idmap\b[^>]*\bdata\s*=\s*["'](\d+)/.exec(xml)?.[1] ?? 1);
  let next = Math.max(block * 1024, ...numbers) + 1;
  const added = placed
    .filter(({ shape }) => !shape)
    .map(({ row, column, visible }) => make(row, column, visible, next++));
  const close = xml.lastIndexOf("</xml>");
  const whole = close < 0 ? xml : xml.slice(0, close) + added.join("") + xml.slice(close);
  return { xml: whole, empty: !/<v:shape\s/.test(whole) };
}

function moved({ xml, row, column, visible }: NoteShape, now: PlacedShape): string {
  const [down, right] = [now.row - row, now.column - column];
  let shape = xml;
  if (down !== 0 || right !== 0) {
    shape = shape
      .replace(/(<x:Row>)\s*\d+/, `$1${now.row}`)
      .replace(/(<x:Column>)\s*\d+/, `$1${now.column}`)
      .replace(/(<x:Anchor>)([^<]*)/, (_, open: string, anchor: string) => {
        const shifts = [right, 0, down, 0, right, 0, down, 0];
        return (
          open +
          anchor
            .split(",")
            .map((part, i) => Math.max(0, Number(part) + (shifts[i] ?? 0)))
            .join(", ")
        );
      });
  }
  if (visible === now.visible) return shape;
  shape = shape.replace(
    /visibility\s*:\s*(?:hidden|visible)/,
    `visibility:${now.visible ? "visible" : "hidden"}`,
  );
  return now.visible
    ? shape.replace(/<\/x:ClientData>/, "<x:Visible/></x:ClientData>")
    : shape.replace(/<x:Visible\s*\/>|<x:Visible>[^<]*<\/x:Visible>/, "");
}

/** A part without shapes; its block of shape numbers follows its own number. */
export function newNoteShapes(path: string): string {
  const block = /(\d+)\.vml$/.exec(path)?.[1] ?? "1";
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`;
}

/** A yellow box beside the cell, two columns wide and four rows high. */
export function newNoteShape(row: number, column: number, visible: boolean, id: number): string {
  const top = Math.max(0, row - 1);
  const anchor = [column + 1, 15, top, row === 0 ? 2 : 10, column + 3, 15, top + 4, 4].join(", ");
  const style = `position:absolute;margin-left:60pt;margin-top:1.5pt;width:108pt;height:60pt;z-index:1;visibility:${visible ? "visible" : "hidden"}`;
  return tag(
    "v:shape",
    {
      id: `_x0000_s${id}`,
      type: "#_x0000_t202",
      style,
      fillcolor: "infoBackground [80]",
      strokecolor: "none [81]",
      "o:insetmode": "auto",
    },
    tag("v:fill", { color2: "infoBackground [80]" }) +
      tag("v:shadow", { color: "none [81]", obscured: "t" }) +
      tag("v:path", { "o:connecttype": "none" }) +
      tag("v:textbox", { style: "mso-direction-alt:auto" }, '<div style="text-align:left"></div>') +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column>${visible ? "<x:Visible/>" : ""}</x:ClientData>`,
  );
}
