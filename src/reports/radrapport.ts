import { reportTexts } from "../texts/reports";
import { isBlank } from "../workbook/cell";
import { call, type Expression, lookup, number, subtract, sum } from "../workbook/expression";
import type { PlanCell, PlanRow, SheetPlan } from "../workbook/plan";
import { type Beloppskolumn, type Beloppsrad, beloppsceller, begransat } from "./belopp";
import { alltUtomSummor, oresdecimaler } from "./beloppsrapport";
import type { Utseende } from "./profil";
import { ark, fyll, iOrdning, kallrad, type Ram, somVardenrad } from "./ram";
import { saknade } from "./saknade";
import type { Indata, Rapport } from "./rapport";
import type { Underlag } from "./underlag";

const t = reportTexts.sv;

/** A column of words: read from the source beside the row's name. */
export interface Ordkolumn {
  key: string;
  rubrik: string;
  slag: "ord";
  falt: string;
  width: number;
}

export interface Radrapport {
  rapport: Rapport;
  indata: Indata;
  utseende: Utseende;
  underlag: Underlag;
  /** The field that names a row, and its caption. */
  namn: string;
  etikett: string;
  /** The field that rows are grouped by, where the source has it. */
  grupp?: string;
  kolumner: (Beloppskolumn | Ordkolumn)[];
  /** Label of the sum row; none when omitted. */
  summa?: string;
  /** How a source row counts, by its position: in the sum, shown but not in it, or below it with a sum of its own. */
  raknas?: (i: number) => "med" | "visas" | "utanfor";
  /** Heading of the rows below the sum, and the label of their sum. */
  utanfor?: { rubrik: string; summa: string };
  kommentar?: boolean;
  /** Remarks after the source lines. */
  anmarkningar?: string[];
  underrubrik: string;
}

/**
 * A report whose rows are the source's own rows, by name: amounts by SUMIFS, words looked up beside the name. Rows of the
 * same name are one row.
 */
export function radrapport(uppgift: Radrapport): SheetPlan {
  const { rapport, underlag, utseende, kolumner, indata } = uppgift;
  const names = underlag.text(uppgift.namn)!;
  const grupp = uppgift.grupp ? underlag.text(uppgift.grupp) : null;
  const amounts = kolumner.filter((kolumn): kolumn is Beloppskolumn => kolumn.slag !== "ord");
  const words = kolumner.filter((kolumn): kolumn is Ordkolumn => kolumn.slag === "ord");
  const { poster, utanfor } = postrader(uppgift);
  const summa = (key: string, label: string, delar: Beloppsrad[]): Beloppsrad => ({
    key,
    label,
    kind: "summa",
    level: 0,
    delar: delar.filter(({ kind }) => kind === "post").map(({ key: rad }) => ({ rad, faktor: 1 })),
  });
  const rader: Beloppsrad[] = [
    ...poster,
    ...(uppgift.summa === undefined ? [] : [summa("summa", uppgift.summa, poster)]),
    ...(utanfor.length === 0
      ? []
      : [
          { key: "utanfor", label: uppgift.utanfor!.rubrik, kind: "rubrik" as const, level: 0 },
          ...utanfor,
          summa("summa-utanfor", uppgift.utanfor!.summa, utanfor),
        ]),
  ];
  const cells = beloppsceller({
    underlag: medNamn(underlag, uppgift.namn),
    rader,
    kolumner: amounts,
    utseende,
    somVarden: indata.somVarden !== null,
    egna: indata.egna,
  });
  const word = ({ falt }: Ordkolumn, rad: Beloppsrad): PlanCell => {
    const text = underlag.text(falt)!;
    const name = rad.urval![0][0].varde;
    const at = names.varden.findIndex((value) => String(value ?? "").toLowerCase() === name.toLowerCase());
    const value = text.varden[at];
    if (typeof value !== "number")
      return {
        content: lookup(text.kolumn, names.kolumn, name, "text"),
        expected: isBlank(value) ? "" : String(value),
        align: "left",
      };
    // A date or a share: as a number, with the format it has in the source.
    return {
      content: lookup(text.kolumn, names.kolumn, name, "number"),
      expected: value,
      numberFormat: underlag.cell(falt, at)?.numberFormat,
      align: "left",
    };
  };
  const titel = rapport.titel.sv;
  const brister = saknade(rader, amounts);
  const statusvillkor = words
    .filter(({ key }) => key === "status")
    .map(({ key }) => ({
      kind: "status" as const,
      cells: rader.filter(({ urval }) => urval).map((rad) => ({ row: rad.key, column: key })),
    }));
  return ark({
    rapport: rapport.id,
    blad: titel,
    titel,
    underrubrik: uppgift.underrubrik,
    kolumner: [
      { key: "etikett", rubrik: uppgift.etikett, width: 46, owner: "report", align: "left" },
      ...iOrdning(kolumner, utseende).map((kolumn) => ({
        key: kolumn.key,
        rubrik: kolumn.rubrik,
        width: kolumn.slag === "ord" ? kolumn.width : 14,
        owner: kolumn.slag === "egen" ? ("user" as const) : ("report" as const),
        align: kolumn.slag === "ord" ? ("left" as const) : ("right" as const),
      })),
      ...(uppgift.kommentar
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
      cells: {
        etikett: { content: rad.label },
        ...cells.get(rad.key),
        ...(rad.urval
          ? Object.fromEntries(
              words
                .filter(({ falt }) => underlag.text(falt))
                .map((kolumn) => [kolumn.key, word(kolumn, rad)]),
            )
          : {}),
      },
    })),
    kallor: [
      kallrad(underlag, "sv"),
      ...underlag.anmarkningar,
      ...(uppgift.anmarkningar ?? []),
      ...somVardenrad(underlag, indata),
      ...brister.rader,
    ],
    villkor: [...brister.villkor, ...statusvillkor],
    avstamning: avstamning(uppgift, amounts, rader),
    decimaler: utseende.decimaler,
    sidfot: fyll(t.sidfot, { titel, period: uppgift.underrubrik }),
  });

  function postrader({ namn: falt, raknas = () => "med" }: Radrapport) {
    const list: Beloppsrad[] = [];
    const below: Beloppsrad[] = [];
    const seen = new Set<string>();
    let group = "";
    names.varden.forEach((value, i) => {
      const name = String(value ?? "");
      const own = grupp ? String(grupp.varden[i] ?? "") : "";
      if (seen.has(name.toLowerCase())) return;
      seen.add(name.toLowerCase());
      const how = raknas(i);
      const rad = (level: number): Beloppsrad => ({
        key: `rad:${name}`,
        label: name || t.utanNamn,
        kind: how === "visas" ? "varav" : "post",
        level,
        urval: [[{ falt, varde: name }]],
      });
      if (how === "utanfor") {
        below.push(rad(1));
        return;
      }
      if (grupp && own !== group) {
        group = own;
        if (own !== "") list.push({ key: `grupp:${own}`, label: own, kind: "rubrik", level: 0 });
      }
      list.push(rad(grupp && own !== "" ? 1 : 0));
    });
    return { poster: list, utanfor: below };
  }
}

/** The sums, and what is shown outside them, minus everything in the source: shows rows the list would have missed. */
function avstamning(
  { underlag, utseende, indata }: Radrapport,
  kolumner: Beloppskolumn[],
  rader: Beloppsrad[],
): Ram["avstamning"] {
  if (indata.somVarden !== null || !rader.some(({ key }) => key === "summa")) return [];
  const allt = rader.filter(({ kind }) => kind === "summa" || kind === "varav");
  const celler: Ram["avstamning"][number]["celler"] = {};
  for (const kolumn of kolumner) {
    if (kolumn.slag !== "belopp" || kolumn.mot || kolumn.avvikelse) continue;
    const kallan: Expression | null = alltUtomSummor(
      underlag,
      utseende,
      begransat([[]], kolumn.bara),
      kolumn,
    );
    if (!kallan) continue;
    const skrivet = sum(allt.map(({ key: row }) => ({ row, column: kolumn.key })));
    celler[kolumn.key] = {
      formel: call("ROUND", subtract(skrivet, kallan), number(oresdecimaler[utseende.enhet])),
      varde: 0,
    };
  }
  return Object.keys(celler).length === 0 ? [] : [{ key: "avstamning", label: t.avstamning, celler }];
}

/** Names that the source keeps as words can be asked for like any dimension. */
function medNamn(underlag: Underlag, falt: string): Underlag {
  if (underlag.dimension(falt)) return underlag;
  const { kolumn, varden } = underlag.text(falt)!;
  const namn: string[] = [];
  const koder = varden.map((value) => {
    const name = String(value ?? "");
    const known = namn.indexOf(name);
    return known >= 0 ? known : namn.push(name) - 1;
  });
  return {
    ...underlag,
    dimension: (wanted) => (wanted === falt ? { kolumn, koder, namn } : underlag.dimension(wanted)),
  };
}
