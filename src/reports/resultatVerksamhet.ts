import { reportTexts } from "../texts/reports";
import type { Beloppskolumn, Beloppsrad } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { effekterPerMatt } from "./effekter";
import { gruppera } from "./gruppera";
import { type Utseende, utseende } from "./profil";
import { kolumner } from "./kolumner";
import { kub } from "./kub";
import { fyll } from "./ram";
import type { Rapport } from "./rapport";
import { manadAv, type Underlag } from "./underlag";

const id = "resultat-verksamhet";
const t = reportTexts.sv;

/**
 * Resultat per verksamhet: groups with their verksamheter, subtotals, the net cost, and what of it is shown apart
 * (intraprenad, covid …). Year end: outcome, budget, variance, the year's budget; before it also last year's accounts and
 * the year's forecast, where the chief's own number comes before the proposal.
 */
export const resultatVerksamhet: Rapport = {
  id,
  titel: { sv: "Resultat per verksamhet", en: "Result by service" },
  kraver: [{ slag: "ekonomi", falt: ["verksamhet", "utfall"] }],
  nytta: ["effekter"],
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    const columns = kolumnerFor(ekonomi, look, indata.period);
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.verksamhet,
      rader: [...verksamhetsrader(ekonomi), ...effektrader(indata.underlag.get("effekter"))],
      kolumner: columns,
      total: "netto",
      anmarkningar: anmarkningar(ekonomi, columns, look, indata.period),
    });
  },
};

function kolumnerFor(ekonomi: Underlag, look: Utseende, period: number): Beloppskolumn[] {
  const bygg = kolumner(ekonomi, look, period);
  const { arsbudget } = bygg;
  const result: Beloppskolumn[] = [bygg.period("utfall", "Utfall jan–{till} {ar}", "utfall")];
  if (arsbudget) {
    result.push(
      bygg.periodbudget("periodbudget", "Budget jan–{till} {ar}", "helarsbudget"),
      bygg.avvikelse("avvikelse", "Avvikelse jan–{till} {ar}", "utfall", "periodbudget"),
      bygg.helar("helarsbudget", "Budget helår {ar}", arsbudget),
    );
  }
  if (manadAv(period) === 12) return result;
  if (ekonomi.matt("bokslut")) result.push(bygg.helar("bokslut", "Bokslut {fgar}", "bokslut"));
  if (!arsbudget) return result;
  return [
    ...result,
    ...bygg.prognos("utfall", "periodbudget", "helarsbudget"),
    bygg.avvikelse("avvikelse_helar", "Avvikelse helår {ar}", "prognos", "helarsbudget"),
  ];
}

/** Groups in the source's own order; inside them headings (rubrik) and verksamheter; subtotals where there are several groups. */
export function verksamhetsrader(ekonomi: Underlag): Beloppsrad[] {
  const verksamhet = ekonomi.dimension("verksamhet")!;
  const [grupp, rubrik] = ["grupp", "rubrik"].map((falt) => ekonomi.dimension(falt));
  const seen = new Map<string, { grupp: string; rubrik: string; verksamhet: string }>();
  const namn = (dimension: typeof grupp, i: number) =>
    dimension && dimension.koder[i] >= 0 ? dimension.namn[dimension.koder[i]] : "";
  for (const i of kub(ekonomi, ["grupp", "rubrik", "verksamhet"]).poster) {
    const row = { grupp: namn(grupp, i), rubrik: namn(rubrik, i), verksamhet: namn(verksamhet, i) };
    const key = `${row.grupp}\n${row.rubrik}\n${row.verksamhet}`;
    if (!seen.has(key)) seen.set(key, row);
  }
  const rows = [...seen.values()];
  /** The same name under two headings: only then the formula needs more than the name. */
  const shared = (row: (typeof rows)[number]) =>
    rows.filter(({ verksamhet: name }) => name === row.verksamhet).length > 1;
  const grupper = gruppera(rows, (row) => row.grupp);
  const many = grupper.size > 1;
  const rader: Beloppsrad[] = [];
  const delsummor: string[] = [];
  for (const [namnet, members] of grupper) {
    const delar: string[] = [];
    const rubriker = gruppera(members, (row) => row.rubrik);
    const written = new Set<string>();
    for (const member of members) {
      if (written.has(member.rubrik) && member.rubrik !== "") continue;
      written.add(member.rubrik);
      const under = member.rubrik === "" ? [member] : rubriker.get(member.rubrik)!;
      if (member.rubrik !== "")
        rader.push({
          key: `rubrik:${namnet}/${member.rubrik}`,
          label: member.rubrik,
          kind: "rubrik",
          level: 0,
        });
      for (const row of under) {
        const key = `post:${row.grupp}/${row.rubrik}/${row.verksamhet}`;
        rader.push({
          key,
          label: row.verksamhet || t.utanVerksamhet,
          kind: "post",
          level: member.rubrik === "" ? 0 : 1,
          urval: [
            [
              ...(shared(row) && grupp ? [{ falt: "grupp", varde: row.grupp }] : []),
              ...(shared(row) && rubrik ? [{ falt: "rubrik", varde: row.rubrik }] : []),
              { falt: "verksamhet", varde: row.verksamhet },
            ],
          ],
        });
        delar.push(key);
      }
    }
    if (!many) {
      delsummor.push(...delar);
      continue;
    }
    const key = `delsumma:${namnet}`;
    rader.push({
      key,
      label: fyll(t.summa, { namn: namnet || t.utanGrupp }),
      kind: "delsumma",
      level: 0,
      delar: delar.map((rad) => ({ rad, faktor: 1 })),
    });
    delsummor.push(key);
  }
  rader.push({
    key: "netto",
    label: t.nettokostnad,
    kind: "summa",
    level: 0,
    delar: delsummor.map((rad) => ({ rad, faktor: 1 })),
  });
  return rader;
}

/** "varav" rows under the sum, never in it, and the net cost without each. */
function effektrader(effekter: Underlag | undefined): Beloppsrad[] {
  const benamning = effekter?.dimension("benamning");
  if (!effekter || !benamning) return [];
  const underlag = effekterPerMatt(effekter);
  return benamning.namn.flatMap((namn): Beloppsrad[] => [
    {
      key: `varav:${namn}`,
      label: fyll(t.varav, { namn }),
      kind: "varav",
      level: 1,
      underlag,
      urval: [[{ falt: "benamning", varde: namn }]],
    },
    {
      key: `exkl:${namn}`,
      label: fyll(t.exklusive, { namn }),
      kind: "summa",
      level: 0,
      delar: [
        { rad: "netto", faktor: 1 },
        { rad: `varav:${namn}`, faktor: -1 },
      ],
    },
  ]);
}

function anmarkningar(ekonomi: Underlag, columns: Beloppskolumn[], look: Utseende, period: number): string[] {
  const has = (key: string) => columns.some((kolumn) => kolumn.key === key);
  return [...(has("periodbudget") ? kolumner(ekonomi, look, period).periodbudgetsats() : [])];
}
