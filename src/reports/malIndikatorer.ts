import { reportTexts } from "../texts/reports";
import {
  call,
  cell,
  equal,
  type Expression,
  greater,
  less,
  multiply,
  number,
  subtract,
  text,
} from "../workbook/expression";
import type { CellValue } from "../workbook/cell";
import type { PlanCell, PlanRow } from "../workbook/plan";
import { gruppera } from "./gruppera";
import { kolumnar, ord, somIKallan } from "./kallrader";
import { utseende } from "./profil";
import { ark, enRad, fyll, kallrad } from "./ram";
import type { Indata, Rapport } from "./rapport";
import type { Underlag } from "./underlag";

const t = reportTexts.sv;

/**
 * Mål och indikatorer: each goal with its indicators (kvinnor, män, totalt), outcome a year, target, trend and status. A goal's
 * proposed status is met when all its indicators are; the manager's own judgement has its own column.
 */
export const malIndikatorer: Rapport = {
  id: "mal-indikatorer",
  titel: { sv: "Mål och indikatorer", en: "Goals and indicators" },
  kraver: [{ slag: "mal", falt: ["mal|indikator", "malvarde|status"] }],
  plan(indata) {
    const underlag = indata.underlag.get("mal")!;
    const look = utseende(indata.profil, this.id);
    const titel = this.titel.sv;
    const ar = kolumnar(underlag, "utfall").slice(-4);
    const utfall =
      ar.length > 0 ? ar.map((one) => `utfall:${one}`) : underlag.text("utfall") ? ["utfall"] : [];
    const poster = Array.from({ length: underlag.antal }, (_, i) => i);
    const rader = [...gruppera(poster, (i) => ord(underlag, "mal", i))].flatMap(([mal, members]) => {
      const list = members.map((i) => indikatorrad(underlag, mal, i, utfall));
      return mal === "" ? list : [malrad(underlag, mal, members, list), ...list];
    });
    const kryss = indata.profil.malstatus === "kryss" ? malstatusar : [];
    for (const rad of rader) {
      if (rad.kind === "rubrik" && rad.cells.status) Object.assign(rad.cells, kryssen(rad, kryss, indata));
    }
    const underrubrik = enRad(indata, look).replace(/ · [^·]*$/, "");
    return ark({
      rapport: this.id,
      blad: titel,
      titel,
      underrubrik,
      kolumner: [
        { key: "etikett", rubrik: t.malOchIndikator, width: 52, owner: "report", align: "left" },
        ...utfall.map((key, i) => ({
          key,
          rubrik: ar.length > 0 ? `Utfall ${ar[i]}` : "Utfall",
          width: 13,
          owner: "report" as const,
        })),
        ...(underlag.text("malvarde")
          ? [{ key: "malvarde", rubrik: t.malvarde, width: 16, owner: "report" as const }]
          : []),
        ...(utfall.length > 1
          ? [{ key: "trend", rubrik: t.trend, width: 8, owner: "report" as const, align: "center" as const }]
          : []),
        { key: "status", rubrik: t.status, width: 18, owner: "report", align: "left" },
        { key: "bedomning", rubrik: t.bedomning, width: 18, owner: "user", align: "left" },
        ...kryss.map((rubrik) => ({
          key: `kryss:${rubrik}`,
          rubrik,
          width: 12,
          owner: "report" as const,
          align: "center" as const,
        })),
        { key: "kommentar", rubrik: t.kommentar, width: 40, owner: "user", align: "left" },
      ],
      rader,
      kallor: [kallrad(underlag, "sv"), ...underlag.anmarkningar, t.malRegel],
      villkor: [
        { kind: "status", cells: rader.map(({ key }) => ({ row: key, column: "status" })) },
        {
          kind: "pil",
          cells: utfall.length > 1 ? rader.map(({ key }) => ({ row: key, column: "trend" })) : [],
        },
      ],
      avstamning: [],
      decimaler: 0,
      sidfot: fyll(t.sidfot, { titel, period: underrubrik }),
    });
  },
};

/** What a goal can be; the published tables have a column for each. */
const malstatusar = ["Uppfylls", "Uppfylls ej", "Kan ej bedömas"];

/** A cross in the column of the manager's own judgement, else of the proposed status. */
function kryssen({ key, cells }: PlanRow, statusar: string[], { egna }: Indata): Record<string, PlanCell> {
  const [egen, forslag] = [cell(key, "bedomning"), cell(key, "status")];
  const typed = egna(key, "bedomning");
  const galler = typed === null || typed === "" ? cells.status.expected : typed;
  const same = (word: CellValue | undefined, status: string) =>
    String(word).toLowerCase() === status.toLowerCase();
  const crosses = Object.fromEntries(
    statusar.map((status) => [
      `kryss:${status}`,
      {
        content: call(
          "IF",
          equal(call("IF", equal(egen, text("")), forslag, egen), text(status)),
          text("X"),
          text(""),
        ),
        expected: same(galler, status) ? "X" : "",
        align: "center",
      },
    ]),
  );
  return { bedomning: { content: typed, align: "left" }, ...crosses };
}

function indikatorrad(underlag: Underlag, mal: string, i: number, utfall: string[]): PlanRow {
  const key = `indikator:${mal}/${ord(underlag, "indikator", i)}/${ord(underlag, "del", i)}/${i}`;
  const del = /^(?:|totalt?|alla)$/i.test(ord(underlag, "del", i)) ? "" : ord(underlag, "del", i);
  const there = (falt: string, align?: PlanCell["align"]) => {
    const found = somIKallan(underlag, falt, i, align);
    return found ? { [falt]: found } : {};
  };
  const [nu, fore] = [utfall.at(-1)!, utfall.at(-2)];
  return {
    key,
    kind: del === "" ? "post" : "varav",
    level: del === "" ? 1 : 2,
    cells: {
      etikett:
        del === "" ? (somIKallan(underlag, "indikator", i, "left") ?? { content: mal }) : { content: del },
      ...Object.assign({}, ...utfall.map((falt) => there(falt))),
      ...there("malvarde"),
      ...(fore ? { trend: trend(underlag, i, key, nu, fore) } : {}),
      ...there("status", "left"),
    },
  };
}

/** ↗ better, → as before, ↘ worse, in the direction that the source or the target's words give. */
function trend(underlag: Underlag, i: number, key: string, nu: string, fore: string): PlanCell {
  const words = `${ord(underlag, "riktning", i)} ${ord(underlag, "malvarde", i)}`.toLowerCase();
  const riktning = /lägre|minska|högst|mindre/.test(words) ? -1 : 1;
  const change = multiply(
    number(riktning),
    call("ROUND", subtract(cell(key, nu), cell(key, fore)), number(9)),
  );
  const [a, b] = [nu, fore].map((falt) => underlag.cell(falt, i)?.value ?? null);
  const expected = (): CellValue => {
    if (typeof a !== "number" || typeof b !== "number") return "";
    const value = riktning * (Math.round((a - b) * 1e9) / 1e9);
    return value > 0 ? "↗" : value < 0 ? "↘" : "→";
  };
  return {
    content: call(
      "IF",
      call("AND", call("ISNUMBER", cell(key, nu)), call("ISNUMBER", cell(key, fore))),
      call(
        "IF",
        greater(change, number(0)),
        text("↗"),
        call("IF", less(change, number(0)), text("↘"), text("→")),
      ),
      text(""),
    ),
    expected: expected(),
    align: "center",
  };
}

/** The goal's own row: met when every indicator is, not met when one is not, else not to be judged yet. */
function malrad(underlag: Underlag, mal: string, members: number[], rader: PlanRow[]): PlanRow {
  const med = rader.filter(({ cells }) => cells.status);
  const statusar = members.map((i) => ord(underlag, "status", i).toLowerCase());
  const all = (word: string): Expression =>
    call("AND", ...med.map(({ key }) => equal(cell(key, "status"), text(word))));
  const some = (word: string): Expression =>
    call("OR", ...med.map(({ key }) => equal(cell(key, "status"), text(word))));
  return {
    key: `mal:${mal}`,
    kind: "rubrik",
    level: 0,
    cells: {
      etikett: { content: mal },
      ...(med.length === 0
        ? {}
        : {
            status: {
              content: call(
                "IF",
                all("Uppfylls"),
                text("Uppfylls"),
                call("IF", some("Uppfylls ej"), text("Uppfylls ej"), text("Kan ej bedömas")),
              ),
              expected: statusar.every((word) => word === "uppfylls")
                ? "Uppfylls"
                : statusar.includes("uppfylls ej")
                  ? "Uppfylls ej"
                  : "Kan ej bedömas",
              align: "left" as const,
            },
          }),
    },
  };
}
