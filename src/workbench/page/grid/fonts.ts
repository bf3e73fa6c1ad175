import type { Font } from "../../model/styles";

export const pixelsPerPoint = 4 / 3;

const families = "Carlito, 'Liberation Sans', Arial, sans-serif";
let measuring: CanvasRenderingContext2D | undefined;

const context = () => (measuring ??= document.createElement("canvas").getContext("2d")!);

const narrowing = new Map<string, number>();

/** Column widths are counted in Calibri's digits: where it is missing, its wider stand-ins are drawn smaller. */
function standInScale(name: string): number {
  if (name !== "Calibri") return 1;
  let scale = narrowing.get(name);
  if (scale === undefined) {
    context().font = `100px Calibri, ${families}`;
    scale = Math.min(1, 50.7 / context().measureText("0").width);
    narrowing.set(name, scale);
  }
  return scale;
}

/** The font as the canvas wants it. */
export function canvasFont(font: Pick<Font, "name" | "size" | "bold" | "italic">): string {
  const size = font.size * pixelsPerPoint * standInScale(font.name);
  return `${font.italic ? "italic " : ""}${font.bold ? "bold " : ""}${size.toFixed(2)}px "${font.name}", ${families}`;
}

export function textWidth(text: string, font: string): number {
  context().font = font;
  return context().measureText(text).width;
}

export const lineHeight = (font: Pick<Font, "size">) => Math.round(font.size * pixelsPerPoint * 1.25);

/** Breaks a text into lines no wider than `width`, at blanks where there are any. */
export function wrapText(text: string, font: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(/(?<=[ -])/)) {
      if (line && textWidth((line + word).trimEnd(), font) > width) {
        lines.push(line.trimEnd());
        line = word;
      } else line += word;
    }
    return [...lines, line.trimEnd()];
  });
}
