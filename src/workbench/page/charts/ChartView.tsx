import type { Language } from "../../../texts/language";
import { parseArea, splitAddress } from "../../../workbook/address";
import type { CellValue } from "../../../workbook/cell";
import type { Chart, ChartSeries } from "../../model/parts";
import type { Sheet } from "../../model/sheet";
import type { Workbook } from "../../model/workbook";
import { cellText } from "../grid/cellText";
import { pixelsPerPoint } from "../grid/fonts";

const palette = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const font = { fontFamily: "Calibri, Carlito, 'Liberation Sans', Arial, sans-serif" };

interface DrawnSeries {
  name: string;
  color: string;
  line: boolean;
  values: (number | null)[];
}

/** A chart of the sheet, drawn as columns, bars, lines, or slices of a circle. */
export function ChartView({
  chart,
  workbook,
  sheet,
  language,
}: {
  chart: Chart;
  workbook: Workbook;
  sheet: Sheet;
  language: Language;
}) {
  const width = Math.max(60, chart.width * pixelsPerPoint);
  const height = Math.max(60, chart.height * pixelsPerPoint);
  const series = chart.series.map((one, index) => drawn(one, index, chart, workbook, sheet));
  const categories = chart.series[0]
    ? readReference(chart.series[0].categoriesFormula, workbook, sheet).map((value) => String(value ?? ""))
    : [];
  const round = /^(Pie|Doughnut)/.test(chart.type);
  return (
    <svg
      className="chart"
      role="img"
      aria-label={chart.title.text || chart.name}
      width={width}
      height={height}
      style={{ left: chart.left * pixelsPerPoint, top: chart.top * pixelsPerPoint }}
    >
      <rect x="0.5" y="0.5" width={width - 1} height={height - 1} fill="#fff" stroke="#d9d9d9" />
      {round && series[0] ? (
        <Slices
          values={series[0].values}
          colors={series[0].values.map((_, at) => palette[at % palette.length])}
          hole={chart.type.startsWith("Doughnut")}
          top={chart.title.visible ? 34 : 10}
          bottom={chart.legend.visible ? 34 : 10}
          width={width}
          height={height}
        />
      ) : (
        <Plot
          chart={chart}
          series={series}
          categories={categories}
          width={width}
          height={height}
          language={language}
        />
      )}
      {chart.title.visible && chart.title.text && (
        <text x={width / 2} y="24" textAnchor="middle" fontSize="16" fill="#404040" style={font}>
          {chart.title.text}
        </text>
      )}
      {chart.legend.visible && (
        <Legend series={round ? slicesAsSeries(categories) : series} width={width} height={height} />
      )}
    </svg>
  );
}

/** The first series' sizes as shares of a circle, clockwise from the top. */
function Slices({
  values,
  colors,
  hole,
  top,
  bottom,
  width,
  height,
}: {
  values: (number | null)[];
  colors: string[];
  hole: boolean;
  top: number;
  bottom: number;
  width: number;
  height: number;
}) {
  const sizes = values.map((value) => Math.abs(value ?? 0));
  const total = sizes.reduce((sum, size) => sum + size, 0) || 1;
  const radius = Math.max(10, Math.min(width, height - top - bottom) / 2 - 4);
  // A circle's stroke is as wide as its radius: dashes along it are slices.
  const inner = hole ? 0.5 : 0;
  const middle = (radius * (1 + inner)) / 2;
  const around = 2 * Math.PI * middle;
  let before = 0;
  return (
    <g transform={`translate(${width / 2},${top + (height - top - bottom) / 2}) rotate(-90)`}>
      {sizes.map((size, at) => {
        const start = before;
        before += size;
        return (
          <circle
            key={at}
            r={middle}
            fill="none"
            stroke={colors[at]}
            strokeWidth={radius * (1 - inner)}
            strokeDasharray={`${(size / total) * around} ${around}`}
            strokeDashoffset={(-start / total) * around}
          />
        );
      })}
    </g>
  );
}

const slicesAsSeries = (categories: string[]): DrawnSeries[] =>
  categories.map((name, at) => ({ name, color: palette[at % palette.length], line: false, values: [] }));

function Plot({
  chart,
  series,
  categories,
  width,
  height,
  language,
}: {
  chart: Chart;
  series: DrawnSeries[];
  categories: string[];
  width: number;
  height: number;
  language: Language;
}) {
  const horizontal = chart.type.startsWith("Bar");
  const stacked = chart.type.includes("Stacked");
  const count = Math.max(categories.length, ...series.map(({ values }) => values.length));
  const longest = Math.max(0, ...categories.map((name) => name.length));
  const margin = {
    left: horizontal ? Math.min(width * 0.45, longest * 6.2 + 14) : 56,
    right: 16,
    top: chart.title.visible ? 40 : 14,
    bottom: chart.legend.visible ? 50 : 26,
  };
  const plot = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const leaning = !horizontal && longest * 6.2 > plot.width / Math.max(1, count);
  if (leaning) plot.height -= Math.min(14, longest) * 3.4;
  const columns = series.filter(({ line }) => !line);
  const [low, high] = extent(series, columns, stacked, count, chart);
  const ticks = niceTicks(low, high);
  const [from, to] = [ticks[0], ticks[ticks.length - 1]];
  const along = horizontal ? plot.width : plot.height;
  const value = (v: number) => ((v - from) / (to - from || 1)) * along;
  const band = (horizontal ? plot.height : plot.width) / Math.max(1, count);
  const format = chart.axes.value.numberFormat || "General";
  const print = (v: number) => cellText(v, format, language).text;
  const slots = stacked ? 1 : Math.max(1, columns.length);
  const thickness = (band * 0.68) / slots;
  return (
    <g transform={`translate(${margin.left},${margin.top})`} fontSize="12" fill="#595959" style={font}>
      {ticks.map((tick) =>
        horizontal ? (
          <g key={tick} transform={`translate(${value(tick)},0)`}>
            {chart.axes.value.gridlines && <line y2={plot.height} stroke="#e3e3e3" />}
            <text y={plot.height + 18} textAnchor="middle">
              {print(tick)}
            </text>
          </g>
        ) : (
          <g key={tick} transform={`translate(0,${plot.height - value(tick)})`}>
            {chart.axes.value.gridlines && <line x2={plot.width} stroke="#e3e3e3" />}
            <text x={-8} y={4} textAnchor="end">
              {print(tick)}
            </text>
          </g>
        ),
      )}
      {Array.from({ length: count }, (_, at) => {
        let [up, down] = [0, 0];
        return columns.map((one, slot) => {
          const v = one.values[at];
          if (v === null || v === undefined) return null;
          const base = stacked ? (v >= 0 ? up : down) : Math.max(from, Math.min(to, 0));
          const end = stacked ? base + v : v;
          if (stacked && v >= 0) up = end;
          else if (stacked) down = end;
          const [a, b] = [value(Math.min(base, end)), value(Math.max(base, end))];
          const across = at * band + band * 0.16 + (stacked ? 0 : slot * thickness);
          return horizontal ? (
            <rect key={`${at}.${slot}`} x={a} y={across} width={b - a} height={thickness} fill={one.color} />
          ) : (
            <rect
              key={`${at}.${slot}`}
              x={across}
              y={plot.height - b}
              width={thickness}
              height={b - a}
              fill={one.color}
            />
          );
        });
      })}
      {series
        .filter(({ line }) => line)
        .map((one) => (
          <polyline
            key={one.name}
            fill="none"
            stroke={one.color}
            strokeWidth="2.25"
            strokeLinejoin="round"
            points={one.values
              .map((v, at) => (v === null ? null : `${(at + 0.5) * band},${plot.height - value(v)}`))
              .filter(Boolean)
              .join(" ")}
          />
        ))}
      {horizontal ? (
        <line x1={value(Math.max(from, 0))} x2={value(Math.max(from, 0))} y2={plot.height} stroke="#a6a6a6" />
      ) : (
        <line
          x2={plot.width}
          y1={plot.height - value(Math.max(from, Math.min(to, 0)))}
          y2={plot.height - value(Math.max(from, Math.min(to, 0)))}
          stroke="#a6a6a6"
        />
      )}
      {categories.map((name, at) =>
        horizontal ? (
          <text key={at} x={-8} y={(at + 0.5) * band + 4} textAnchor="end">
            {shortened(name, (margin.left - 14) / 6)}
          </text>
        ) : leaning ? (
          <text
            key={at}
            textAnchor="end"
            transform={`translate(${(at + 0.5) * band + 4},${plot.height + 12}) rotate(-35)`}
          >
            {shortened(name, 14)}
          </text>
        ) : (
          <text key={at} x={(at + 0.5) * band} y={plot.height + 18} textAnchor="middle">
            {name}
          </text>
        ),
      )}
    </g>
  );
}

function Legend({ series, width, height }: { series: DrawnSeries[]; width: number; height: number }) {
  const widths = series.map(({ name }) => name.length * 6.4 + 34);
  const total = widths.reduce((sum, one) => sum + one, 0);
  let x = (width - total) / 2;
  return (
    <g fontSize="12" fill="#595959" style={font}>
      {series.map(({ name, color, line }, index) => {
        const left = x;
        x += widths[index];
        return (
          <g key={index} transform={`translate(${left},${height - 18})`}>
            <rect y={line ? 4 : 0} width={line ? 18 : 10} height={line ? 2.5 : 10} fill={color} />
            <text x="24" y="9">
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function drawn(
  series: ChartSeries,
  index: number,
  chart: Chart,
  workbook: Workbook,
  sheet: Sheet,
): DrawnSeries {
  const name = series.nameFormula ? readReference(series.nameFormula, workbook, sheet)[0] : series.name;
  return {
    name: String(name ?? series.name ?? ""),
    color: series.color || palette[index % palette.length],
    line: (series.type || chart.type).startsWith("Line"),
    values: readReference(series.valuesFormula, workbook, sheet).map((v) =>
      typeof v === "number" ? v : null,
    ),
  };
}

/** The cells of a reference, left to right and downwards; nothing for what is no plain reference. */
function readReference(formula: string, workbook: Workbook, own: Sheet): CellValue[] {
  const { sheet: name, address } = splitAddress(formula.replace(/^=/, ""));
  const sheet = name === null ? own : workbook.sheet(name);
  const area = parseArea(address.replaceAll("$", ""));
  if (!sheet || !area) return [];
  return Array.from({ length: area.rowCount * area.columnCount }, (_, at) =>
    sheet.value(area.row + Math.floor(at / area.columnCount), area.column + (at % area.columnCount)),
  );
}

function extent(
  series: DrawnSeries[],
  columns: DrawnSeries[],
  stacked: boolean,
  count: number,
  chart: Chart,
): [number, number] {
  const all = series.flatMap(({ values }) => values.filter((v): v is number => v !== null));
  if (stacked) {
    for (let at = 0; at < count; at++) {
      const parts = columns.map(({ values }) => values[at] ?? 0);
      all.push(parts.filter((v) => v > 0).reduce((sum, v) => sum + v, 0));
      all.push(parts.filter((v) => v < 0).reduce((sum, v) => sum + v, 0));
    }
  }
  const low = chart.axes.value.minimum ?? Math.min(columns.length > 0 ? 0 : Infinity, ...all);
  const high = chart.axes.value.maximum ?? Math.max(columns.length > 0 ? 0 : -Infinity, ...all);
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : [0, 1];
}

/** About five round numbers that cover the span. */
function niceTicks(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

const shortened = (text: string, characters: number) =>
  text.length > characters ? `${text.slice(0, Math.max(1, Math.floor(characters) - 1))}…` : text;
