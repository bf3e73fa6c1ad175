// Draws the add-in's icons (assets/icons/*.png): node scripts/icons.mjs
// One drawing per icon in a 16-unit grid; lines are snapped to whole pixels at every size, so that 16 px stays sharp.
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const sizes = [16, 20, 32, 64, 80];
const ink = "#3b3a39";
const paper = "#fafafa";
const accent = "#0f6b6b";
const soft = "#cfe5e3";
const amber = "#d48c1f";

/** A drawing tool for one size. Coordinates are grid lines 0–16. */
function pen(size) {
  const width = size >= 64 ? Math.round(size / 32) : 1;
  const at = (v) => Math.round((v * size) / 16);
  const mid = (v) => at(v) + (width % 2) / 2;
  const stroke = (color) =>
    `fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"`;
  return {
    box: (x, y, w, h, { fill = paper, line = ink } = {}) =>
      `<rect x="${mid(x)}" y="${mid(y)}" width="${at(x + w) - at(x)}" height="${at(y + h) - at(y)}" fill="${fill}" stroke="${line}" stroke-width="${width}"/>`,
    fill: (x, y, w, h, color = accent) =>
      `<rect x="${at(x)}" y="${at(y)}" width="${Math.max(1, at(x + w) - at(x))}" height="${Math.max(1, at(y + h) - at(y))}" fill="${color}"/>`,
    line: (points, color = ink) =>
      `<polyline points="${points.map(([x, y]) => `${mid(x)},${mid(y)}`).join(" ")}" ${stroke(color)}/>`,
    /** A line that should be seen first: twice the width. */
    strong: (points, color = accent) =>
      `<polyline points="${points.map(([x, y]) => `${(x * size) / 16},${(y * size) / 16}`).join(" ")}" fill="none" stroke="${color}" stroke-width="${Math.max(1.6, size / 11)}" stroke-linejoin="round" stroke-linecap="round"/>`,
    dashed: (points, color = accent) =>
      `<polyline points="${points.map(([x, y]) => `${(x * size) / 16},${(y * size) / 16}`).join(" ")}" fill="none" stroke="${color}" stroke-width="${Math.max(1.8, size / 12)}" stroke-dasharray="${Math.max(2.4, size / 9)} ${Math.max(2, size / 11)}"/>`,
    circle: (x, y, r, { fill = paper, line = ink } = {}) =>
      `<circle cx="${mid(x)}" cy="${mid(y)}" r="${(r * size) / 16}" fill="${fill}" stroke="${line}" stroke-width="${width}"/>`,
    shape: (points, fill, line = ink) =>
      `<polygon points="${points.map(([x, y]) => `${mid(x)},${mid(y)}`).join(" ")}" fill="${fill}" stroke="${line}" stroke-width="${width}" stroke-linejoin="round"/>`,
    text: (x, y, height, content, color = accent) =>
      `<text x="${(x * size) / 16}" y="${(y * size) / 16}" font-family="Georgia, 'Liberation Serif', serif" font-style="italic" font-weight="bold" font-size="${(height * size) / 16}" fill="${color}">${content}</text>`,
  };
}

const page = (p) =>
  p.shape(
    [
      [2, 1],
      [10, 1],
      [13, 4],
      [13, 15],
      [2, 15],
    ],
    paper,
  ) +
  p.line([
    [10, 1],
    [10, 4],
    [13, 4],
  ]);
const table = (p, x, y, w, h) =>
  p.box(x, y, w, h) +
  p.fill(x + 0.5, y + 0.5, w - 0.2, h / 4, accent) +
  p.line([
    [x, y + h / 2 + 0.5],
    [x + w, y + h / 2 + 0.5],
  ]) +
  p.line([
    [x + w / 3 + 0.4, y + h / 4],
    [x + w / 3 + 0.4, y + h],
  ]);

const icons = {
  app: (p, size) =>
    `<rect x="0" y="0" width="${size}" height="${size}" rx="${size * 0.18}" fill="${accent}"/>` +
    p.fill(3, 9, 2, 4, "#8fc7c3") +
    p.fill(6, 7, 2, 6, "#c6e3e0") +
    p.strong(
      [
        [5, 5.8],
        [8.4, 9.6],
        [13.2, 3.4],
      ],
      "#ffffff",
    ),
  underlag: (p) => table(p, 1, 2, 13, 12),
  rapporter: (p) =>
    page(p) +
    p.fill(4, 6, 7, 1.4, accent) +
    p.line([
      [4, 9],
      [10.5, 9],
    ]) +
    p.line([
      [4, 11],
      [10.5, 11],
    ]) +
    p.line([
      [4, 13],
      [8, 13],
    ]),
  resultat: (p) =>
    page(p) +
    p.fill(4, 10, 2, 3, accent) +
    p.fill(6.6, 7, 2, 6, accent) +
    p.fill(9.2, 8.5, 2, 4.5, amber) +
    p.line([
      [4, 13.3],
      [11, 13.3],
    ]),
  prognos: (p) =>
    p.line([
      [1, 1],
      [1, 14],
      [15, 14],
    ]) +
    p.strong(
      [
        [3, 11],
        [5.5, 7.5],
        [8, 9],
      ],
      accent,
    ) +
    p.dashed(
      [
        [8, 9],
        [14.5, 3],
      ],
      amber,
    ),
  atgarder: (p) =>
    p.box(2, 2, 11, 13) +
    p.fill(5, 1, 5.5, 2.4, accent) +
    p.strong(
      [
        [4, 6.6],
        [5.2, 7.8],
        [7, 5.4],
      ],
      accent,
    ) +
    p.line([
      [9, 7],
      [11, 7],
    ]) +
    p.strong(
      [
        [4, 11.2],
        [5.2, 12.4],
        [7, 10],
      ],
      accent,
    ) +
    p.line([
      [9, 11.5],
      [11, 11.5],
    ]),
  kontroll: (p) =>
    p.circle(6.5, 6.5, 5.2) +
    p.strong(
      [
        [10.6, 10.6],
        [14.4, 14.4],
      ],
      ink,
    ) +
    p.strong(
      [
        [4, 6.8],
        [6, 8.8],
        [9.2, 4.6],
      ],
      accent,
    ),
  dela: (p) =>
    p.box(1, 5, 9, 10) +
    p.fill(3, 8, 5.5, 1, soft) +
    p.line([
      [3, 9.5],
      [8, 9.5],
    ]) +
    p.line([
      [3, 12],
      [8, 12],
    ]) +
    p.strong(
      [
        [6, 6],
        [9, 3],
        [14, 3],
      ],
      accent,
    ) +
    p.strong(
      [
        [11.4, 0.9],
        [14.2, 3],
        [11.4, 5.3],
      ],
      accent,
    ),
  funktioner: (p) =>
    p.text(2, 12.4, 12.5, "fx", accent) +
    p.line([
      [1, 14.5],
      [14, 14.5],
    ]),
  installningar: (p) =>
    p.line([
      [1, 4],
      [14, 4],
    ]) +
    p.line([
      [1, 8],
      [14, 8],
    ]) +
    p.line([
      [1, 12],
      [14, 12],
    ]) +
    p.circle(5, 4, 1.7, { fill: soft, line: accent }) +
    p.circle(10.5, 8, 1.7, { fill: soft, line: accent }) +
    p.circle(4, 12, 1.7, { fill: soft, line: accent }),
};

mkdirSync("assets/icons", { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
});
const tab = await browser.newPage();
for (const [name, draw] of Object.entries(icons)) {
  for (const size of sizes) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" style="display:block">${draw(pen(size), size)}</svg>`;
    await tab.setViewportSize({ width: size, height: size });
    await tab.setContent(`<body style="margin:0;background:transparent">${svg}</body>`);
    writeFileSync(`assets/icons/${name}-${size}.png`, await tab.screenshot({ omitBackground: true }));
  }
}
await browser.close();
console.log(`${Object.keys(icons).length} icons × ${sizes.length} sizes in assets/icons`);
