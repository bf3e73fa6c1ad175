import type { Rect } from "./layout";

export const iconWidth = 18;

const green = "#2e8540";
const yellow = "#d9a514";
const red = "#c4314b";
const gray = "#7a7a7a";

/** Draws one icon of an Excel icon set; `position` 0 is the lowest. Sets: 3Arrows, 4TrafficLights, 3Symbols2 … */
export function drawIcon(context: CanvasRenderingContext2D, set: string, position: number, cell: Rect): void {
  const count = Number(set[0]) || 3;
  const share = position / (count - 1);
  const color = /Gray/.test(set) ? gray : share > 0.66 ? green : share < 0.34 ? red : yellow;
  const [x, y] = [cell.x + 10, cell.y + cell.height / 2];
  context.save();
  context.translate(x, y);
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = 2;
  if (/Arrows/.test(set)) drawArrow(context, (0.5 - share) * Math.PI);
  else if (/Flags/.test(set)) drawFlag(context);
  else if (/Symbols/.test(set)) drawSymbol(context, share);
  else {
    context.beginPath();
    context.arc(0, 0, 5, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}

/** `angle` 0 points right, negative upwards. */
function drawArrow(context: CanvasRenderingContext2D, angle: number): void {
  context.rotate(angle);
  context.beginPath();
  context.moveTo(-6, 0);
  context.lineTo(4, 0);
  context.stroke();
  context.beginPath();
  context.moveTo(7, 0);
  context.lineTo(1, -4.5);
  context.lineTo(1, 4.5);
  context.fill();
}

function drawFlag(context: CanvasRenderingContext2D): void {
  context.fillRect(-5, -6, 1.5, 12);
  context.beginPath();
  context.moveTo(-3, -6);
  context.lineTo(6, -2.5);
  context.lineTo(-3, 1);
  context.fill();
}

function drawSymbol(context: CanvasRenderingContext2D, share: number): void {
  context.beginPath();
  if (share > 0.66) {
    context.moveTo(-4.5, 0);
    context.lineTo(-1.5, 3.5);
    context.lineTo(5, -4);
  } else if (share < 0.34) {
    context.moveTo(-4, -4);
    context.lineTo(4, 4);
    context.moveTo(4, -4);
    context.lineTo(-4, 4);
  } else {
    context.moveTo(0, -5);
    context.lineTo(0, 1.5);
    context.moveTo(0, 3.5);
    context.lineTo(0, 5);
  }
  context.stroke();
}
