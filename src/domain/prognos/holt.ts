import { sasongsformer } from "./sasong";
import { anpassa, minst } from "./utjamning";
import type { Modell } from "./modell";

/**
 * Holt's straight-line trend (1957, reprinted 2004), and from three years on the moving season of Winters (1960) if the
 * corrected Akaike criterion wants it; the season multiplied or added by the same criterion. The trend goes on for ever.
 */
export const holt: Modell = (serie, steg) =>
  minst(
    sasongsformer(serie).flatMap((sasong) =>
      (serie.length < 36 ? [false] : [false, true]).map((rorligSasong) =>
        anpassa(serie, steg, sasong, { trend: "odampad", rorligSasong }),
      ),
    ),
  ).prognos;
