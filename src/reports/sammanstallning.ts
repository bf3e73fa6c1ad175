import { reportTexts } from "../texts/reports";
import type { CellValue } from "../workbook/cell";
import { call, cell, number, subtract, sum } from "../workbook/expression";
import { amountFormat } from "../workbook/numberFormat";
import type { PlanCell, PlanRow, SheetPlan } from "../workbook/plan";
import { type Beloppskolumn, beloppsceller, type Beloppsrad, faktor } from "./belopp";
import { kolumner } from "./kolumner";
import { omrakning, type Profil, utseende, type Utseende } from "./profil";
import { ark, fyll, kallrad, periodord } from "./ram";
import { resultatVerksamhet } from "./resultatVerksamhet";
import { arAv, type Enhet, manadskod, periodText, type Underlag } from "./underlag";

export const sammanstallningId = "sammanstallning";
const t = reportTexts.sv;

/** What is carried from each unit's source: the dimensions a board's reports stand on, and the amounts. */
const dimensioner = ["grupp", "rubrik", "verksamhet", "kontogrupp", "rs_kod"] as const;
const matten = ["utfall", "periodbudget", "budget", "bokslut", "prognos"] as const;

export type Sammanfattningsrad = CellValue[];

/** Captions of the summary's source, in the order that `enhetensRader` gives its cells. */
export const sammanfattningsrubriker = [
  "Enhet",
  "Grupp",
  "Rubrik",
  "Verksamhet",
  "Kontogrupp",
  "RS-kod",
  "Period",
  "Utfall",
  "Periodbudget",
  "Budget",
  "Bokslut",
  "Prognos",
];

/** A unit's source added up to one row a combination of names and month, in the given unit; income plus, costs minus. */
export function enhetensRader(underlag: Underlag, namn: string, enhet: Enhet): Sammanfattningsrad[] {
  const factor = faktor(underlag, { enhet, tecken: "netto" } as Utseende);
  const names = dimensioner.map((falt) => underlag.dimension(falt));
  const amounts = matten.map((matt) => underlag.matt(matt)?.varden);
  const rows = new Map<string, Sammanfattningsrad>();
  for (let i = 0; i < underlag.antal; i++) {
    const codes = names.map((dimension) => dimension?.koder[i] ?? -1);
    const month = underlag.period?.koder[i] ?? -1;
    const key = [...codes, month].join(",");
    const row = rows.get(key) ?? [
      namn,
      ...codes.map((code, index) => (code < 0 ? null : names[index]!.namn[code])),
      month < 0 ? null : Number(periodText(month).replace("-", "")),
      ...matten.map(() => null),
    ];
    rows.set(key, row);
    amounts.forEach((values, index) => {
      const amount = values?.[i] ?? NaN;
      const at = 2 + dimensioner.length + index;
      if (!Number.isNaN(amount)) row[at] = (Number(row[at]) || 0) + amount * factor;
    });
  }
  return [...rows.values()];
}

/** What a unit's own workbook says, to be held against what was added up from its source. */
export interface Enhetsuppgift {
  namn: string;
  period: number;
  look: Utseende;
  /** Outcome to date and the year's forecast on the sum row of the unit's own report; null where it has none. */
  utfall: number | null;
  prognos: number | null;
}

export interface Sammanstallning {
  ekonomi: Underlag;
  profil: Profil;
  period: number;
  enheter: Enhetsuppgift[];
  /** Workbooks that gave no figures, and why. */
  utelamnade: { namn: string; skal: string }[];
  /** Whether the board's own report is made beside it, to be held against. */
  namndensRapport: boolean;
}

/** The board added up from its units: a row each, what the unit's own report says beside it, and the board's report below. */
export function sammanstallning(uppgift: Sammanstallning): SheetPlan {
  const { ekonomi, profil, period, enheter, utelamnade, namndensRapport } = uppgift;
  const look = utseende(profil, resultatVerksamhet.id);
  const format = amountFormat(look.decimaler);
  const bygg = kolumner(ekonomi, look, period);
  const columns: Beloppskolumn[] = [
    bygg.period("utfall", "Utfall t.o.m. {till} {ar}", "utfall"),
    ...(bygg.arsbudget ? [bygg.helar("helarsbudget", "Budget helår {ar}", bygg.arsbudget)] : []),
  ];
  const rader: Beloppsrad[] = [
    ...enheter.map(({ namn }): Beloppsrad => ({
      key: `enhet:${namn}`,
      label: namn,
      kind: "post",
      level: 0,
      urval: [[{ falt: "enhet", varde: namn }]],
    })),
    {
      key: "netto",
      label: t.namnden,
      kind: "summa",
      level: 0,
      delar: enheter.map(({ namn }) => ({ rad: `enhet:${namn}`, faktor: 1 })),
    },
  ];
  const cells = beloppsceller({
    underlag: ekonomi,
    rader,
    kolumner: columns,
    utseende: look,
    somVarden: false,
    egna: () => null,
  });
  const amount = (content: PlanCell["content"], expected?: CellValue): PlanCell => ({
    content,
    expected,
    numberFormat: format,
  });
  const skillnad = (row: string, calculated: CellValue, own: number): PlanCell =>
    amount(
      call("ROUND", subtract(cell(row, "utfall"), cell(row, "enligt")), number(exakt[look.enhet])),
      avrundad(Number(calculated) - own, exakt[look.enhet]),
    );
  const egna = enheter.map((enhet) => ({ ...enhet, faktor: omrakning(enhet.look, look) }));
  const radFor = ({ key, kind, level, label }: Beloppsrad): PlanRow => {
    const own = egna.find(({ namn }) => key === `enhet:${namn}`);
    const made = cells.get(key)!;
    const extra: Record<string, PlanCell> = {};
    if (own) {
      const same = own.period === period;
      if (own.utfall !== null && same) {
        extra.enligt = amount(own.utfall * own.faktor);
        extra.skillnad = skillnad(key, made.utfall.expected ?? 0, own.utfall * own.faktor);
      }
      if (own.prognos !== null && same) extra.prognos = amount(own.prognos * own.faktor);
      if (!same)
        extra.anmarkning = {
          content: fyll(t.enhetAnnanPeriod, { period: periodText(own.period) }),
          align: "left",
        };
    } else {
      const refs = (column: string) => egna.map(({ namn }) => ({ row: `enhet:${namn}`, column }));
      const known = (of: (one: (typeof egna)[number]) => number | null) =>
        egna.reduce((total, one) => total + (one.period === period ? (of(one) ?? 0) * one.faktor : 0), 0);
      extra.enligt = amount(
        sum(refs("enligt")),
        known(({ utfall }) => utfall),
      );
      extra.prognos = amount(
        sum(refs("prognos")),
        known(({ prognos }) => prognos),
      );
    }
    return { key, kind, level, cells: { etikett: { content: label }, ...made, ...extra } };
  };
  const netto = Number(cells.get("netto")!.utfall.expected);
  const titel = t.sammanstallning;
  const ord = periodord(manadskod(arAv(period), 1), period, "sv");
  return ark({
    rapport: sammanstallningId,
    blad: titel,
    titel,
    underrubrik: [ord, look.enhet].join(" · "),
    kolumner: [
      { key: "etikett", rubrik: t.enhet, width: 40, owner: "report", align: "left" },
      ...columns.map(({ key, rubrik }) => ({ key, rubrik, width: 16, owner: "report" as const })),
      { key: "enligt", rubrik: t.enligtEnheten, width: 16, owner: "report" },
      { key: "skillnad", rubrik: t.skillnad, width: 12, owner: "report" },
      { key: "prognos", rubrik: t.prognosEnligtEnheten, width: 16, owner: "report" },
      { key: "anmarkning", rubrik: t.anmarkning, width: 60, owner: "report", align: "left" },
    ],
    rader: [
      ...rader.map(radFor),
      ...(namndensRapport ? [mot("namndens-rapport", t.enligtNamnden)] : []),
      ...(utelamnade.length > 0
        ? [
            {
              key: "utelamnade",
              kind: "rubrik" as const,
              level: 0,
              cells: { etikett: { content: t.utanSiffror } },
            },
          ]
        : []),
      ...utelamnade.map(({ namn, skal }): PlanRow => ({
        key: `utelamnad:${namn}`,
        kind: "varav",
        level: 1,
        cells: { etikett: { content: namn }, anmarkning: { content: skal, align: "left" } },
      })),
    ],
    kallor: [kallrad(ekonomi, "sv"), t.sammanstallningRegel],
    avstamning: [],
    decimaler: look.decimaler,
    sidfot: fyll(t.sidfot, { titel, period: ord }),
    villkor: [
      {
        kind: "avstamning",
        decimals: look.decimaler,
        cells: [
          ...egna
            .filter((own) => own.utfall !== null && own.period === period)
            .map(({ namn }) => ({ row: `enhet:${namn}`, column: "skillnad" })),
          ...(namndensRapport ? [{ row: "namndens-rapport", column: "skillnad" }] : []),
        ],
      },
    ],
  });

  /** The board's own report, linked, and the units' sum less it. */
  function mot(key: string, label: string): PlanRow {
    return {
      key,
      kind: "varav",
      level: 0,
      cells: {
        etikett: { content: label },
        enligt: amount(cell("netto", "utfall", resultatVerksamhet.id), netto),
        skillnad: amount(
          call("ROUND", subtract(cell("netto", "utfall"), cell(key, "enligt")), number(exakt[look.enhet])),
          0,
        ),
      },
    };
  }
}

/** Decimals down to one öre: what is smaller in a sum of many rows is binary dust. */
const exakt: Record<Enhet, number> = { kr: 2, tkr: 5, mnkr: 8 };

const avrundad = (value: number, decimals: number) => Number(value.toFixed(decimals)) || 0;
