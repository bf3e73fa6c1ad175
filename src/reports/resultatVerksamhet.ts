import { reportTexts } from "../texts/reports";
import type { CellValue } from "../workbook/cell";
import { add, call, cell, divide, type Expression, multiply, number, subtract } from "../workbook/expression";
import type { PlanRow } from "../workbook/plan";
import { type Beloppskolumn, type Beloppsrad, beloppsceller, beloppsformel, type Las } from "./belopp";
import { gruppera } from "./gruppera";
import { type Utseende, utseende } from "./profil";
import { ark, fyll, kallrad, kolumnrubrik, periodord, type Ram } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, manadAv, manadskod, type Underlag } from "./underlag";

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
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    const kolumner = kolumnerFor(ekonomi, look, indata.period);
    const effekter = indata.underlag.get("effekter");
    const rader = [...verksamhetsrader(ekonomi), ...effektrader(effekter)];
    const cells = beloppsceller({ underlag: ekonomi, rader, kolumner, utseende: look, egna: indata.egna });
    const fran = manadskod(arAv(indata.period), 1);
    const period = periodord(fran, indata.period, "sv");
    const plan = ark({
      rapport: id,
      blad: this.titel.sv,
      titel: this.titel.sv,
      underrubrik: [indata.namnd, period, look.enhet].filter(Boolean).join(" · "),
      kolumner: [
        { key: "verksamhet", rubrik: t.verksamhet, width: 46, owner: "report", align: "left" },
        ...kolumner.map(({ key, rubrik, slag }) => ({
          key,
          rubrik,
          width: 14,
          owner: slag === "egen" ? ("user" as const) : ("report" as const),
        })),
      ],
      rader: rader.map((rad): PlanRow => ({
        key: rad.key,
        kind: rad.kind,
        level: rad.level,
        cells: { verksamhet: { content: rad.label }, ...cells.get(rad.key) },
      })),
      kallor: [
        kallrad(ekonomi, "sv"),
        ...(effekter && rader.some((rad) => rad.underlag === effekter) ? [kallrad(effekter, "sv")] : []),
        ...anmarkningar(ekonomi, kolumner, indata.period),
      ],
      avstamning: avstamning(ekonomi, look, kolumner, cells),
      decimaler: look.decimaler,
      sidfot: fyll(t.sidfot, { titel: this.titel.sv, period }),
    });
    return plan;
  },
};

function kolumnerFor(ekonomi: Underlag, look: Utseende, period: number): Beloppskolumn[] {
  const ar = arAv(period);
  const [januari, december] = [manadskod(ar, 1), manadskod(ar, 12)];
  const rubrik = (key: string, standard: string) => kolumnrubrik(look, key, standard, period, "sv");
  const belopp = (key: string, standard: string, matt: string, till: number): Beloppskolumn => ({
    key,
    rubrik: rubrik(key, standard),
    slag: "belopp",
    matt,
    fran: januari,
    till,
  });
  const skillnad = (key: string, standard: string, av: string, mot: string): Beloppskolumn => ({
    key,
    rubrik: rubrik(key, standard),
    slag: "harledd",
    formel: (kolumn) =>
      look.tecken === "kostnad" ? subtract(kolumn(mot), kolumn(av)) : subtract(kolumn(av), kolumn(mot)),
    varde: (las) => differens(las, av, mot) * (look.tecken === "kostnad" ? -1 : 1) + 0,
  });
  const arsbudget = ekonomi.matt("budget") ? "budget" : "periodbudget";
  const harBudget = ekonomi.matt(arsbudget) !== null;
  const kolumner: Beloppskolumn[] = [belopp("utfall", "Utfall jan–{till} {ar}", "utfall", period)];
  if (harBudget) {
    kolumner.push(
      ekonomi.matt("periodbudget")
        ? belopp("periodbudget", "Budget jan–{till} {ar}", "periodbudget", period)
        : linjarPeriodbudget(rubrik("periodbudget", "Budget jan–{till} {ar}"), manadAv(period)),
      skillnad("avvikelse", "Avvikelse jan–{till} {ar}", "utfall", "periodbudget"),
      belopp("helarsbudget", "Budget helår {ar}", arsbudget, december),
    );
  }
  if (period === december) return kolumner;
  if (ekonomi.matt("bokslut")) kolumner.push(belopp("bokslut", "Bokslut {fgar}", "bokslut", december));
  if (!harBudget && !ekonomi.matt("prognos")) return kolumner;
  kolumner.push(
    ekonomi.matt("prognos")
      ? belopp("forslag", "Förslag {ar}", "prognos", december)
      : {
          key: "forslag",
          rubrik: rubrik("forslag", "Förslag {ar}"),
          slag: "summerad",
          formel: (kolumn) => add(kolumn("utfall"), subtract(kolumn("helarsbudget"), kolumn("periodbudget"))),
          varde: (las) => tal(las("utfall")) + tal(las("helarsbudget")) - tal(las("periodbudget")),
        },
    { key: "manuell", rubrik: rubrik("manuell", "Egen prognos {ar}"), slag: "egen" },
    {
      key: "prognos",
      rubrik: rubrik("prognos", "Prognos {ar}"),
      slag: "summerad",
      formel: (kolumn) =>
        call("IF", call("ISNUMBER", kolumn("manuell")), kolumn("manuell"), kolumn("forslag")),
      varde: (las) => (typeof las("manuell") === "number" ? las("manuell") : las("forslag")),
    },
  );
  if (harBudget)
    kolumner.push(skillnad("avvikelse_helar", "Avvikelse helår {ar}", "prognos", "helarsbudget"));
  return kolumner;
}

/** Without a period budget: the year's × months/12 (the profile's weights come with the sources that have none). */
function linjarPeriodbudget(rubrik: string, manad: number): Beloppskolumn {
  return {
    key: "periodbudget",
    rubrik,
    slag: "harledd",
    formel: (kolumn) => divide(multiply(kolumn("helarsbudget"), number(manad)), number(12)),
    varde: (las) => (tal(las("helarsbudget")) * manad) / 12,
  };
}

const tal = (value: CellValue) => (typeof value === "number" ? value : 0);
const differens = (las: Las, av: string, mot: string) => tal(las(av)) - tal(las(mot));

/** Groups in the source's own order; inside them headings (rubrik) and verksamheter; subtotals where there are several groups. */
function verksamhetsrader(ekonomi: Underlag): Beloppsrad[] {
  const verksamhet = ekonomi.dimension("verksamhet")!;
  const levels = ["grupp", "rubrik"].map((falt) => ({ falt, dimension: ekonomi.dimension(falt) }));
  const [grupp, rubrik] = levels.map(({ dimension }) => dimension);
  const seen = new Map<string, { grupp: string; rubrik: string; verksamhet: string }>();
  const namn = (dimension: typeof grupp, i: number) =>
    dimension && dimension.koder[i] >= 0 ? dimension.namn[dimension.koder[i]] : "";
  for (let i = 0; i < ekonomi.antal; i++) {
    const row = { grupp: namn(grupp, i), rubrik: namn(rubrik, i), verksamhet: namn(verksamhet, i) };
    const key = `${row.grupp}\n${row.rubrik}\n${row.verksamhet}`;
    if (!seen.has(key)) seen.set(key, row);
  }
  const grupper = gruppera([...seen.values()], (row) => row.grupp);
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
              ...(many ? [{ falt: "grupp", varde: row.grupp }] : []),
              ...(rubrik ? [{ falt: "rubrik", varde: row.rubrik }] : []),
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
  return benamning.namn.flatMap((namn): Beloppsrad[] => [
    {
      key: `varav:${namn}`,
      label: fyll(t.varav, { namn }),
      kind: "varav",
      level: 1,
      underlag: effekter,
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

function anmarkningar(ekonomi: Underlag, kolumner: Beloppskolumn[], period: number): string[] {
  const has = (key: string) => kolumner.some((kolumn) => kolumn.key === key);
  return [
    ...(has("periodbudget") && !ekonomi.matt("periodbudget")
      ? [fyll(t.periodbudgetLinjar, { manad: String(manadAv(period)) })]
      : []),
    ...(has("forslag") ? [ekonomi.matt("prognos") ? t.forslagKalla : t.forslagRestbudget] : []),
  ];
}

/** Net cost minus everything in the source for the same months: shows rows the table would have missed. */
function avstamning(
  ekonomi: Underlag,
  look: Utseende,
  kolumner: Beloppskolumn[],
  cells: ReturnType<typeof beloppsceller>,
): Ram["avstamning"] {
  const celler: Record<string, { formel: Expression; varde: number }> = {};
  for (const kolumn of kolumner) {
    if (kolumn.slag !== "belopp") continue;
    const allt = beloppsformel(ekonomi, look, kolumn.matt, [[]], kolumn.fran, kolumn.till);
    if (!allt || cells.get("netto")?.[kolumn.key] === undefined) continue;
    celler[kolumn.key] = { formel: subtract(cell("netto", kolumn.key), allt), varde: 0 };
  }
  return [{ key: "avstamning", label: t.avstamning, celler }];
}
