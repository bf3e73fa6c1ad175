import type { Metodfunktion } from "./fraga";

/**
 * Last year's remaining months are repeated: the seasonal naive method (Hyndman & Athanasopoulos, Forecasting:
 * Principles and Practice, 3rd ed., 5.2). Total = ack + last year's months k+1 to 12.
 */
export const aterstod: Metodfunktion = ({ historik, bokade }) =>
  historik.length < 12 ? "saknarHistorik" : historik.slice(historik.length - 12 + bokade.length);
