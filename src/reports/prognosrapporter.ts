import { delarsresultat } from "./delarsresultat";
import { driftredovisning, sarredovisning } from "./driftredovisning";
import { enhetKontogrupp } from "./enhetKontogrupp";
import { kontogruppAr } from "./kontogruppAr";
import { programomrade } from "./programomrade";
import type { Rapport } from "./rapport";
import { resultatVerksamhet } from "./resultatVerksamhet";
import { rsKod } from "./rsKod";
import { verksamhetsanalys } from "./verksamhetsanalys";

/** The reports with forecast columns that the chief may fill: those that the forecast page works on. */
export const prognosrapporter: readonly Rapport[] = [
  resultatVerksamhet,
  kontogruppAr,
  enhetKontogrupp,
  programomrade,
  delarsresultat,
  driftredovisning,
  sarredovisning,
  verksamhetsanalys,
  rsKod,
];
