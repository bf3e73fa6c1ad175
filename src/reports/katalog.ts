import { delarsresultat } from "./delarsresultat";
import { driftredovisning, sarredovisning } from "./driftredovisning";
import { enhetKontogrupp } from "./enhetKontogrupp";
import { kontogruppAr } from "./kontogruppAr";
import { investeringar, investeringsoverforing } from "./investeringar";
import { budgetbehov, budgetram, effektivisering, statsbidrag, uppdrag } from "./listor";
import type { Rapport } from "./rapport";
import { prognosjamforelse } from "./prognosjamforelse";
import { effekterExkl } from "./effekterExkl";
import { intraprenader } from "./intraprenader";
import { procentuellAvvikelse } from "./procentuellAvvikelse";
import { avstamning } from "./avstamning";
import { avvikelseforklaring } from "./avvikelseforklaring";
import { programomrade } from "./programomrade";
import { atgardsplan } from "./atgardsplan";
import { femAr } from "./femAr";
import { malIndikatorer } from "./malIndikatorer";
import { personal } from "./personal";
import { personalManad } from "./personalManad";
import { resultatVerksamhet } from "./resultatVerksamhet";
import { rsKod } from "./rsKod";
import { dagligVerksamhet } from "./dagligVerksamhet";
import { dygnskostnad } from "./dygnskostnad";
import { volymer } from "./volymer";
import { verksamhetsanalys } from "./verksamhetsanalys";

/** Every standard report, in the order of a delårsrapport. */
export const katalog: readonly Rapport[] = [
  resultatVerksamhet,
  kontogruppAr,
  enhetKontogrupp,
  prognosjamforelse,
  procentuellAvvikelse,
  intraprenader,
  effekterExkl,
  programomrade,
  avvikelseforklaring,
  delarsresultat,
  driftredovisning,
  sarredovisning,
  verksamhetsanalys,
  rsKod,
  investeringar,
  investeringsoverforing,
  atgardsplan,
  effektivisering,
  volymer,
  dygnskostnad,
  dagligVerksamhet,
  personal,
  personalManad,
  malIndikatorer,
  femAr,
  statsbidrag,
  budgetram,
  budgetbehov,
  uppdrag,
  avstamning,
];

export const rapportMedId = (id: string): Rapport | undefined => katalog.find((rapport) => rapport.id === id);
