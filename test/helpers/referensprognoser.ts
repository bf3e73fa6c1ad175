/**
 * The yardsticks of the M3 competition, written apart from our own methods: a seasonal test at 90 %, classical
 * multiplicative decomposition, and on what is left the last value (Naive2) or the Theta method as Hyndman & Billah
 * (2003) put it: simple exponential smoothing plus half the slope of the straight line.
 */
export const naive2 = withSeason((series, steps) => Array<number>(steps).fill(series[series.length - 1]));

export const plainTheta = withSeason((series, steps) => {
  const n = series.length;
  const mean = series.reduce((sum, value) => sum + value, 0) / n;
  let covariance = 0;
  series.forEach((value, i) => (covariance += (i - (n - 1) / 2) * (value - mean)));
  const slope = covariance / ((n * (n * n - 1)) / 12);
  let best = { error: Infinity, alpha: 0.5, level: mean };
  for (let percent = 1; percent < 100; percent++) {
    const alpha = percent / 100;
    let level = series[0];
    let error = 0;
    for (const value of series) {
      error += (value - level) ** 2;
      level += alpha * (value - level);
    }
    if (error < best.error) best = { error, alpha, level };
  }
  const first = (1 - (1 - best.alpha) ** n) / best.alpha;
  return Array.from({ length: steps }, (_, h) => best.level + (slope / 2) * (h + first));
});

type Method = (series: number[], steps: number) => number[];

function withSeason(method: Method): Method {
  return (series, steps) => {
    if (!isSeasonal(series)) return method(series, steps);
    const index = seasonalIndices(series);
    const adjusted = series.map((value, i) => value / index[i % 12]);
    return method(adjusted, steps).map((value, h) => value * index[(series.length + h) % 12]);
  };
}

function isSeasonal(series: number[]): boolean {
  const n = series.length;
  if (n < 36) return false;
  const mean = series.reduce((sum, value) => sum + value, 0) / n;
  const correlation = (lag: number) => {
    let [above, below] = [0, 0];
    series.forEach((value, i) => {
      below += (value - mean) ** 2;
      if (i >= lag) above += (value - mean) * (series[i - lag] - mean);
    });
    return above / below;
  };
  let squares = 0;
  for (let lag = 1; lag < 12; lag++) squares += correlation(lag) ** 2;
  return Math.abs(correlation(12)) > 1.645 * Math.sqrt((1 + 2 * squares) / n);
}

function seasonalIndices(series: number[]): number[] {
  const ratios: number[][] = Array.from({ length: 12 }, () => []);
  for (let i = 6; i + 6 < series.length; i++) {
    let sum = (series[i - 6] + series[i + 6]) / 2;
    for (let j = i - 5; j <= i + 5; j++) sum += series[j];
    ratios[i % 12].push(series[i] / (sum / 12));
  }
  const index = ratios.map((month) => month.reduce((sum, ratio) => sum + ratio, 0) / month.length);
  const mean = index.reduce((sum, value) => sum + value, 0) / 12;
  return index.map((value) => value / mean);
}
