import { reportTexts } from "../texts/reports";
import { call, cell, type Expression, number, subtract } from "../workbook/expression";
import type { PlanRow, SheetPlan } from "../workbook/plan";
import {
  type Beloppskolumn,
  type Beloppsrad,
  beloppsceller,
  beloppsformel,
  begransat,
  type Villkor,
} from "./belopp";
import { saknade } from "./saknade";
import type { Utseende } from "./profil";
import { forslagssatser } from "./forslag";
import { ark, fyll, iOrdning, kallrad, periodord, type Ram, somVardenrad } from "./ram";
import type { Indata, Rapport } from "./rapport";
import { arAv, type Enhet, manadskod, type Underlag } from "./underlag";

const t = reportTexts.sv;

export interface Beloppsrapport {
  rapport: Rapport;
  indata: Indata;
  utseende: Utseende;
  underlag: Underlag;
  /** Caption of the label column. */
  etikett: string;
  rader: Beloppsrad[];
  kolumner: Beloppskolumn[];
  /** The row that is everything in `avUnderlaget` (all of the source when omitted): reconciled with the source. */
  total: string;
  avUnderlaget?: Villkor[][];
  /** More that should be 0, by column. */
  avstams?: { kolumn: string; formel: Expression }[];
  /** Remarks after the source lines. */
  anmarkningar?: string[];
  /** Counts and hours alone: no unit in the subtitle. */
  utanEnhet?: true;
  /** A column for the user's own words on each row. */
  kommentar?: boolean;
  diagram?: Ram["diagram"];
  villkor?: Ram["villkor"];
}

/** A report sheet that is one table of amounts: with its source lines, and its total reconciled with the source. */
export function beloppsrapport(uppgift: Beloppsrapport): SheetPlan {
  const { rapport, indata, utseende, underlag, rader, kommentar } = uppgift;
  const cells = beloppsceller({
    underlag,
    rader,
    kolumner: uppgift.kolumner,
    utseende,
    somVarden: indata.somVarden !== null,
    egna: indata.egna,
  });
  const period = periodord(manadskod(arAv(indata.period), 1), indata.period, "sv");
  const titel = rapport.titel.sv;
  const kallor = [...new Set([underlag, ...rader.flatMap((rad) => (rad.underlag ? [rad.underlag] : []))])];
  const brister = saknade(rader, uppgift.kolumner);
  return ark({
    rapport: rapport.id,
    blad: titel,
    titel,
    underrubrik: [indata.namnd, period, uppgift.utanEnhet ? "" : utseende.enhet].filter(Boolean).join(" · "),
    kolumner: [
      { key: "etikett", rubrik: uppgift.etikett, width: 46, owner: "report", align: "left" },
      ...iOrdning(uppgift.kolumner, utseende).map((kolumn) => ({
        key: kolumn.key,
        rubrik: kolumn.rubrik,
        width: kolumn.bredd ?? 14,
        ...(kolumn.slag === "egen"
          ? { owner: "user" as const, replaces: kolumn.ersatter }
          : { owner: "report" as const }),
      })),
      ...(kommentar
        ? [
            {
              key: "kommentar",
              rubrik: t.kommentar,
              width: 40,
              owner: "user" as const,
              align: "left" as const,
            },
          ]
        : []),
    ],
    rader: rader.map((rad): PlanRow => ({
      key: rad.key,
      kind: rad.kind,
      level: rad.level,
      cells: { etikett: { content: rad.label }, ...cells.get(rad.key) },
    })),
    kallor: [
      ...kallor.flatMap((kalla) => [kallrad(kalla, "sv"), ...kalla.anmarkningar]),
      ...(uppgift.anmarkningar ?? []),
      ...(uppgift.kolumner.some(({ key }) => key === "forslag")
        ? forslagssatser(underlag, utseende, indata.period)
        : []),
      ...somVardenrad(underlag, indata),
      ...brister.rader,
    ],
    avstamning: [{ key: "avstamning", label: t.avstamning, celler: avstamning(uppgift) }],
    decimaler: utseende.decimaler,
    sidfot: fyll(t.sidfot, { titel, period }),
    diagram: uppgift.diagram,
    villkor: [...brister.villkor, ...(uppgift.villkor ?? [])],
  });
}

/** Decimals down to one öre: what is smaller in a sum of many rows is binary dust. */
export const oresdecimaler: Record<Enhet, number> = { kr: 2, tkr: 5, mnkr: 8 };

/** The total minus everything in the source for the same months: shows rows the table would have missed. */
function avstamning({
  indata,
  underlag,
  utseende,
  kolumner,
  total,
  avUnderlaget,
  avstams = [],
}: Beloppsrapport) {
  const urval = avUnderlaget ?? [[]];
  const hela =
    indata.somVarden === null
      ? null
      : beloppsceller({
          underlag,
          rader: [{ key: "allt", label: "", kind: "post", level: 0, urval }],
          kolumner: kolumner.filter(({ slag }) => slag === "belopp"),
          utseende,
          somVarden: true,
          egna: () => null,
        }).get("allt")!;
  const celler: Record<string, { formel: Expression; varde: number }> = {};
  for (const kolumn of kolumner) {
    if (kolumn.slag !== "belopp" || kolumn.mot || kolumn.avvikelse || kolumn.antal) continue;
    const allt = hela
      ? number(Number(hela[kolumn.key].content))
      : alltUtomSummor(underlag, utseende, begransat(urval, kolumn.bara), kolumn);
    if (!allt) continue;
    const skillnad = subtract(cell(total, kolumn.key), allt);
    celler[kolumn.key] = { formel: call("ROUND", skillnad, number(oresdecimaler[utseende.enhet])), varde: 0 };
  }
  for (const { kolumn, formel } of avstams)
    celler[kolumn] = { formel: call("ROUND", formel, number(oresdecimaler[utseende.enhet])), varde: 0 };
  return celler;
}

/** More SUMIFS than this to take the source's own sums away would be a formula no one reads. */
const mestSumifs = 40;

/** Everything in the source, but for its own sum rows where they can be told by name. */
export function alltUtomSummor(
  underlag: Underlag,
  utseende: Utseende,
  urval: Villkor[][],
  { matt, fran, till }: { matt: string; fran: number; till: number },
): Expression | null {
  const formel = (villkor: Villkor[][]) => beloppsformel(underlag, utseende, matt, villkor, fran, till);
  const allt = formel(urval);
  const { falt, namn } = underlag.utelamnade ?? { falt: "", namn: [] };
  const delar = underlag.matt(matt)?.delar.length ?? 0;
  if (!allt || namn.length === 0 || namn.length * delar * urval.length > mestSumifs) return allt;
  const summor = formel(urval.flatMap((villkor) => namn.map((varde) => [...villkor, { falt, varde }])));
  return summor && subtract(allt, summor);
}
