/** How words in a chart look; what is absent is the theme's. */
export interface ChartFont {
  name?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: "None" | "Single";
  color?: string;
}

export interface ChartLine {
  color?: string;
  /** Excel.ChartLineStyle's words: None, Continuous, Dash, DashDot, DashDotDot, Dot, RoundDot. */
  style?: string;
  /** Points. */
  weight?: number;
}

/** Fill, line and words of one part of a chart; what is absent is the theme's. */
export interface ChartLook {
  /** "" for none. */
  fill?: string;
  line?: ChartLine;
  font?: ChartFont;
}

/** Where a part of a chart stands, in points from the chart's corner, when it isn't left to Excel. */
export interface ChartPlace {
  left?: number;
  top?: number;
  width?: number;
  height?: number;
}

/** How a title or a label is turned and set, beyond its look. */
export interface ChartText {
  look?: ChartLook;
  /** Degrees, -90 to 90; 180 for upright letters. */
  rotation?: number;
  horizontal?: string;
  vertical?: string;
  overlay?: boolean;
  shadow?: boolean;
  /** Excel.ChartTitlePosition's words. */
  position?: string;
  place?: ChartPlace;
  /** Letters with a look of their own. */
  runs?: { start: number; length: number; font: ChartFont }[];
}

/** What labels beside points show. */
export interface ChartLabels extends ChartText {
  showValue?: boolean;
  showSeriesName?: boolean;
  showCategoryName?: boolean;
  showPercentage?: boolean;
  showLegendKey?: boolean;
  showBubbleSize?: boolean;
  separator?: string;
  numberFormat?: string;
  linkNumberFormat?: boolean;
  /** A single label's own words. */
  text?: string;
}

export interface ChartMarker {
  /** Excel.ChartMarkerStyle's words. */
  style?: string;
  size?: number;
  background?: string;
  foreground?: string;
}

export interface ChartPoint {
  look?: ChartLook;
  marker?: ChartMarker;
  /** null: no label, although the series has labels. */
  label?: ChartLabels | null;
}

export interface ChartTrendline {
  /** Linear, Exponential, Logarithmic, MovingAverage, Polynomial, Power. */
  type: string;
  name?: string;
  order?: number;
  period?: number;
  forward?: number;
  backward?: number;
  intercept?: number;
  showEquation?: boolean;
  showRSquared?: boolean;
  line?: ChartLine;
}

/** What a series says beyond its data, type and colour. */
export interface SeriesDetails {
  lineWeight?: number;
  marker?: ChartMarker;
  labels?: ChartLabels;
  points?: Record<number, ChartPoint>;
  trendlines?: ChartTrendline[];
  smooth?: boolean;
  invertIfNegative?: boolean;
  explosion?: number;
}

/** What all series of a kind have in common: bars their gap and overlap, slices their first angle and hole. */
export interface GroupDetails {
  gapWidth?: number;
  overlap?: number;
  varyByCategories?: boolean;
  firstSliceAngle?: number;
  doughnutHoleSize?: number;
}

/** What an axis says beyond its title, ends and number format. */
export interface AxisDetails {
  look?: ChartLook;
  title?: ChartText;
  gridline?: ChartLine;
  minorGridlines?: boolean;
  minorGridline?: ChartLine;
  majorUnit?: number;
  minorUnit?: number;
  /** Excel.ChartAxisDisplayUnit's words, or "Custom" with its number. */
  displayUnit?: string;
  customUnit?: number;
  showUnit?: boolean;
  majorTick?: string;
  minorTick?: string;
  labels?: string;
  labelSpacing?: number;
  tickSpacing?: number;
  reversed?: boolean;
  logBase?: number;
  categoryType?: string;
  baseTimeUnit?: string;
  majorTimeUnit?: string;
  minorTimeUnit?: string;
  between?: boolean;
  /** Where the other axis crosses this one. */
  crosses?: string;
  crossesAt?: number;
  rotation?: number;
  offset?: number;
  linkNumberFormat?: boolean;
  alignment?: string;
  multiLevel?: boolean;
}

/** What a chart says of itself as a whole, beyond its type, title and legend. */
export interface ChartDetails {
  area?: ChartLook;
  roundedCorners?: boolean;
  plot?: ChartLook;
  plotPlace?: ChartPlace;
  style?: number;
  blanks?: string;
  visibleOnly?: boolean;
  groups?: GroupDetails;
}
