import type { Language } from "../texts/language";
import type { CellMatrix } from "../workbook/cell";
import { ACKUMULERAT } from "./ackumulerat";
import { ANDEL } from "./andel";
import { ARSARBETARE } from "./arsarbetare";
import { ATGARDSSUMMA } from "./atgardssumma";
import { AVRUNDASUMMA } from "./avrundasumma";
import { AVSTAMNING } from "./avstamning";
import { AVVIKELSE } from "./avvikelse";
import { AVVIKELSEPROCENT } from "./avvikelseprocent";
import { BELAGGNING } from "./belaggning";
import { BRYGGA } from "./brygga";
import { BUDGETRAM } from "./budgetram";
import { DELARSEFFEKT } from "./delarseffekt";
import { DVERSATTNING } from "./dversattning";
import { DYGNSKOSTNAD } from "./dygnskostnad";
import { ERSATTNINGSEFFEKT } from "./ersattningseffekt";
import { EXKLUSIVE } from "./exklusive";
import { FORANDRING } from "./forandring";
import { FORANDRINGPROCENT } from "./forandringprocent";
import { FORBRUKNING } from "./forbrukning";
import { HELARSEFFEKT } from "./helarseffekt";
import { KARENS } from "./karens";
import { KARENSANDEL } from "./karensandel";
import { KARENSDAGAR } from "./karensdagar";
import { KOSTNADPERBRUKARE } from "./kostnadperbrukare";
import { KOSTNADPERTIMME } from "./kostnadpertimme";
import { KVARAVANSLAG } from "./kvaravanslag";
import { MALSTATUS } from "./malstatus";
import { MALTREND } from "./maltrend";
import { MNKR } from "./mnkr";
import { NETTO } from "./netto";
import { NETTOAVVIKELSE } from "./nettoavvikelse";
import { NETTOEFFEKT } from "./nettoeffekt";
import { NETTOKOSTNADSAVVIKELSE } from "./nettokostnadsavvikelse";
import { NIVAERSATTNING } from "./nivaersattning";
import { PERIODBUDGET } from "./periodbudget";
import { PERSONALOMSATTNING } from "./personalomsattning";
import { PRISAVVIKELSE } from "./prisavvikelse";
import { PROGNOS } from "./prognos";
import { PROGNOSINTERVALL } from "./prognosintervall";
import { PROGNOSKONTROLL } from "./prognoskontroll";
import { PROGNOSMETOD } from "./prognosmetod";
import { PROGNOSPIL } from "./prognospil";
import { PROGNOSSERIE } from "./prognosserie";
import { RIKTVARDE } from "./riktvarde";
import { RULLANDEMEDEL } from "./rullandemedel";
import { SJUKFRANVARO } from "./sjukfranvaro";
import { TIMANDEL } from "./timandel";
import { TIMVIKARIEEFFEKT } from "./timvikarieeffekt";
import { TOLKATAL } from "./tolkatal";
import { UTFORANDEGRAD } from "./utforandegrad";
import { VAGTMEDEL } from "./vagtmedel";
import { VOLYMAVVIKELSE } from "./volymavvikelse";
import type { Argument, FunctionDefinition } from "./core/define";

export type { Argument, FunctionDefinition } from "./core/define";

/** Every function, in the order of its task. */
export const functions: readonly FunctionDefinition[] = [
  AVVIKELSE,
  AVVIKELSEPROCENT,
  FORBRUKNING,
  FORANDRING,
  FORANDRINGPROCENT,
  NETTO,
  NETTOAVVIKELSE,
  EXKLUSIVE,
  BUDGETRAM,
  NETTOKOSTNADSAVVIKELSE,
  KVARAVANSLAG,
  PERIODBUDGET,
  RIKTVARDE,
  ACKUMULERAT,
  RULLANDEMEDEL,
  PROGNOS,
  PROGNOSSERIE,
  PROGNOSINTERVALL,
  PROGNOSMETOD,
  PROGNOSPIL,
  PROGNOSKONTROLL,
  KARENS,
  KARENSDAGAR,
  KARENSANDEL,
  DVERSATTNING,
  NIVAERSATTNING,
  VOLYMAVVIKELSE,
  PRISAVVIKELSE,
  BRYGGA,
  BELAGGNING,
  DYGNSKOSTNAD,
  KOSTNADPERBRUKARE,
  KOSTNADPERTIMME,
  UTFORANDEGRAD,
  ERSATTNINGSEFFEKT,
  VAGTMEDEL,
  ANDEL,
  ARSARBETARE,
  TIMANDEL,
  TIMVIKARIEEFFEKT,
  SJUKFRANVARO,
  PERSONALOMSATTNING,
  DELARSEFFEKT,
  HELARSEFFEKT,
  ATGARDSSUMMA,
  NETTOEFFEKT,
  MALSTATUS,
  MALTREND,
  AVSTAMNING,
  AVRUNDASUMMA,
  MNKR,
  TOLKATAL,
];

const byId = new Map(functions.map((definition) => [definition.id, definition]));

/**
 * Calls `KOLL.<id>`. Arguments in the order of the parameters, the repeating ones last; undefined = omitted, a single
 * cell is 1 × 1, a blank is null or 0. Errors stand in the result; an unknown id is #NAME?.
 */
export function callFunction(id: string, args: readonly Argument[], language: Language = "sv"): CellMatrix {
  return byId.get(id)?.run(args, language) ?? [[{ fel: "#NAME?" }]];
}
