import type { FunctionHelp } from "./core/help";
import { help as ackumulerat } from "./ackumulerat.help";
import { help as andel } from "./andel.help";
import { help as arsarbetare } from "./arsarbetare.help";
import { help as atgardssumma } from "./atgardssumma.help";
import { help as avrundasumma } from "./avrundasumma.help";
import { help as avstamning } from "./avstamning.help";
import { help as avvikelse } from "./avvikelse.help";
import { help as avvikelseprocent } from "./avvikelseprocent.help";
import { help as belaggning } from "./belaggning.help";
import { help as brygga } from "./brygga.help";
import { help as budgetram } from "./budgetram.help";
import { help as delarseffekt } from "./delarseffekt.help";
import { help as dversattning } from "./dversattning.help";
import { help as dygnskostnad } from "./dygnskostnad.help";
import { help as ersattningseffekt } from "./ersattningseffekt.help";
import { help as exklusive } from "./exklusive.help";
import { help as forandring } from "./forandring.help";
import { help as forandringprocent } from "./forandringprocent.help";
import { help as forbrukning } from "./forbrukning.help";
import { help as helarseffekt } from "./helarseffekt.help";
import { help as karens } from "./karens.help";
import { help as karensandel } from "./karensandel.help";
import { help as karensdagar } from "./karensdagar.help";
import { help as kostnadperbrukare } from "./kostnadperbrukare.help";
import { help as kostnadpertimme } from "./kostnadpertimme.help";
import { help as kvaravanslag } from "./kvaravanslag.help";
import { help as malstatus } from "./malstatus.help";
import { help as maltrend } from "./maltrend.help";
import { help as mnkr } from "./mnkr.help";
import { help as netto } from "./netto.help";
import { help as nettoavvikelse } from "./nettoavvikelse.help";
import { help as nettoeffekt } from "./nettoeffekt.help";
import { help as nettokostnadsavvikelse } from "./nettokostnadsavvikelse.help";
import { help as nivaersattning } from "./nivaersattning.help";
import { help as periodbudget } from "./periodbudget.help";
import { help as personalomsattning } from "./personalomsattning.help";
import { help as prisavvikelse } from "./prisavvikelse.help";
import { help as prognos } from "./prognos.help";
import { help as prognosintervall } from "./prognosintervall.help";
import { help as prognoskontroll } from "./prognoskontroll.help";
import { help as prognosmetod } from "./prognosmetod.help";
import { help as prognospil } from "./prognospil.help";
import { help as prognosserie } from "./prognosserie.help";
import { help as riktvarde } from "./riktvarde.help";
import { help as rullandemedel } from "./rullandemedel.help";
import { help as sjukfranvaro } from "./sjukfranvaro.help";
import { help as timandel } from "./timandel.help";
import { help as timvikarieeffekt } from "./timvikarieeffekt.help";
import { help as tolkatal } from "./tolkatal.help";
import { help as utforandegrad } from "./utforandegrad.help";
import { help as vagtmedel } from "./vagtmedel.help";
import { help as volymavvikelse } from "./volymavvikelse.help";

export { type Example, type FunctionHelp, tasks } from "./core/help";

/** Every function's help, in the order of the functions. Not part of what runs in cells. */
export const helps: readonly FunctionHelp[] = [
  avvikelse,
  avvikelseprocent,
  forbrukning,
  forandring,
  forandringprocent,
  netto,
  nettoavvikelse,
  exklusive,
  budgetram,
  nettokostnadsavvikelse,
  kvaravanslag,
  periodbudget,
  riktvarde,
  ackumulerat,
  rullandemedel,
  prognos,
  prognosserie,
  prognosintervall,
  prognosmetod,
  prognospil,
  prognoskontroll,
  karens,
  karensdagar,
  karensandel,
  dversattning,
  nivaersattning,
  volymavvikelse,
  prisavvikelse,
  brygga,
  belaggning,
  dygnskostnad,
  kostnadperbrukare,
  kostnadpertimme,
  utforandegrad,
  ersattningseffekt,
  vagtmedel,
  andel,
  arsarbetare,
  timandel,
  timvikarieeffekt,
  sjukfranvaro,
  personalomsattning,
  delarseffekt,
  helarseffekt,
  atgardssumma,
  nettoeffekt,
  malstatus,
  maltrend,
  avstamning,
  avrundasumma,
  mnkr,
  tolkatal,
];

const byId = new Map(helps.map((help) => [help.id, help]));

export const functionHelp = (id: string): FunctionHelp | undefined => byId.get(id);
