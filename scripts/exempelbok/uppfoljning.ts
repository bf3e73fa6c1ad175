import { readFileSync } from "node:fs";
import type { CellValue } from "../../src/workbook/cell";
import type { Workbook } from "../../src/workbench/model/workbook";
import { spread } from "./ledger";
import { tableSheet } from "./sheets";

const amount = "#,##0";

interface PublishedTable {
  kolumner: { namn: string; roll: string }[];
  rader: { namn: string; typ: string; enhet?: string; varden: (number | string | null)[] }[];
}

const published = (file: string): PublishedTable =>
  JSON.parse(readFileSync(`test/golden/tabeller/orebro-fsn-2023-${file}.json`, "utf8"));

/** Goals, indicators, staff, placements and measures: what the board follows beside its money. */
export function uppfoljning(workbook: Workbook): void {
  nyckeltal(workbook);
  mal(workbook);
  bemanning(workbook);
  placeringar(workbook);
  atgarder(workbook);
}

/** The first rows of the published "Fem år i sammandrag", each total with its parts. */
function nyckeltal(workbook: Workbook): void {
  const { kolumner, rader } = published("fem-ar");
  let total = "";
  const rows = rader
    .filter(({ typ, varden }) => typ !== "rubrik" && varden.every((value) => typeof value === "number"))
    .map((rad): CellValue[] => {
      const name = rad.namn.replace(/\*$/, "");
      if (rad.typ !== "varav") total = name;
      const percent = rad.enhet === "%" && !total.includes("%");
      const part = /kvinnor/.test(rad.namn) ? "kvinnor" : /män/.test(rad.namn) ? "män" : null;
      return [
        rad.typ === "varav" ? `${total}${percent ? ", andel %" : ""}` : name,
        rad.typ === "varav" ? (part ?? name.replace(/^-? ?(?:var ?av|därav)? ?/i, "")) : "totalt",
        ...rad.varden,
      ];
    });
  tableSheet(
    workbook,
    {
      name: "Nyckeltalen",
      table: "Nyckeltal",
      title: "Nyckeltal fem år",
      note: "Efter den publicerade tabellen Fem år i sammandrag.",
    },
    [
      { name: "Indikator", width: 60 },
      { name: "Uppdelning", width: 26 },
      ...kolumner.map(({ namn }) => ({ name: namn.replace("Utfall ", ""), width: 12 })),
    ],
    rows,
  );
}

const goals: [file: string, mal: string, status: string][] = [
  ["indikatorer-mal-1", "1. Budget i balans", "Uppfylls ej"],
  ["indikatorer-mal-2", "2. Attraktiv arbetsgivare", "Uppfylls"],
  ["indikatorer-mal-6", "6. Karensavdrag i daglig verksamhet", "Uppfylls"],
  ["indikatorer-mal-10", "10. Trygg med alla i personalen", "Uppfylls"],
];

/** The published indicators; the status that was printed for a goal stands on each of its indicators. */
function mal(workbook: Workbook): void {
  const years = [2020, 2021, 2022, 2023];
  const rows = goals.flatMap(([file, goal, status]) => {
    const { kolumner, rader } = published(file);
    const of = (varden: CellValue[], wanted: RegExp) => {
      const at = kolumner.findIndex(({ namn }) => wanted.test(namn));
      return at < 0 ? null : (varden[at] ?? null);
    };
    return rader
      .filter(({ typ }) => typ === "post")
      .map(({ namn, varden }): CellValue[] => {
        const target = of(varden, /Målvärde/);
        return [
          goal,
          namn.replace(/[*; ]+$/, ""),
          ...years.map((year) => of(varden, new RegExp(`^(?:Utfall|Helår) ${year}`))),
          target,
          direction(target),
          status,
        ];
      });
  });
  tableSheet(
    workbook,
    {
      name: "Målkort",
      table: "Malkort",
      title: "Mål och indikatorer 2023",
      note: "Efter de publicerade tabellerna. Ett måls tryckta status står på vart och ett av dess mått.",
    },
    [
      { name: "Mål", width: 34 },
      { name: "Indikator", width: 54 },
      ...years.map((year) => ({ name: `Utfall ${year}`, width: 14 })),
      { name: "Målvärde 2023", width: 16 },
      { name: "Riktning", width: 12 },
      { name: "Status", width: 14 },
    ],
    rows,
  );
}

const direction = (target: CellValue) => (target === "Minska" ? "lägre" : target === "Öka" ? "högre" : null);

const enheter = [
  "Barn- & Ungdomsverksamhet",
  "Daglig verksamhet",
  "Förvaltningsgemensamt",
  "Grupp- och servicebostad",
  "Myndighet",
  "Personlig assistans",
  "Socialpsykiatri",
];
/** How the published totals fall on the units: invented. */
const shares = [150, 210, 12, 760, 45, 160, 127];
/** Årsarbetare in December 2023 and how they are paid, as published; sick leave as a share of the working time is invented. */
const forms: [form: string, total: number, sick: number][] = [
  ["Tillsvidare", 1464, 0.086],
  ["Visstid", 83, 0.05],
  ["Timavlönad", 355, 0.02],
];
const hoursPerMonth = 152;

function bemanning(workbook: Workbook): void {
  const rows = forms.flatMap(([form, total, sick], f) => {
    const last = spread(total, shares);
    return enheter.flatMap((enhet, e) =>
      Array.from({ length: 24 }, (_, month): CellValue[] => {
        const away = 23 - month;
        const full =
          Math.round(last[e] * (1 - 0.002 * away + (away === 0 ? 0 : wave(month, e + f))) * 10) / 10;
        const hours = Math.round(full * hoursPerMonth);
        const season = 1 + 0.25 * Math.cos((Math.PI * (month - 1)) / 6);
        const sickHours = Math.round(hours * sick * season * (1 + 2 * wave(month, e)));
        return [
          enhet,
          form,
          monthOf(month),
          Math.ceil(full * (form === "Timavlönad" ? 2.6 : 1.06)),
          full,
          hours,
          sickHours,
          Math.round(sickHours * 0.38),
          form === "Timavlönad" ? 0 : Math.round(hours * 0.006 * (1 + 4 * wave(month, e + 3))),
        ];
      }),
    );
  });
  tableSheet(
    workbook,
    {
      name: "Bemanning",
      table: "Bemanning",
      title: "Personal 2022–2023",
      note: "Påhittat, så att årsarbetarna i december 2023 tillsammans är de publicerade. Tid i timmar.",
    },
    [
      { name: "Enhet", width: 30 },
      { name: "Anställningsform", width: 18 },
      { name: "Period", width: 10, format: "0" },
      { name: "Antal anställda", width: 12, format: amount },
      { name: "Årsarbetare", width: 12, format: "#,##0.0" },
      { name: "Ordinarie tid", width: 12, format: amount },
      { name: "Sjuktid", width: 12, format: amount },
      { name: "varav 60 dagar eller mer", width: 16, format: amount },
      { name: "Övertid", width: 12, format: amount },
    ],
    rows,
  );
}

/** Placements with others: nights, cost, and what was budgeted. */
const insatser: [grupp: string, insats: string, nights: number, growth: number, price: number][] = [
  ["Vuxna", "Externa platser, bostad med särskild service", 1210, 6, 4.2],
  ["Vuxna", "Externa platser, socialpsykiatri", 640, 4, 3.6],
  ["Barn och unga", "Externa platser, barn och ungdom", 150, 1, 7.4],
  ["Barn och unga", "Familjehem", 330, -1, 2.1],
];

function placeringar(workbook: Workbook): void {
  const rows = insatser.flatMap(([grupp, insats, nights, growth, price], i) =>
    Array.from({ length: 24 }, (_, month): CellValue[] => {
      const actual = Math.round(nights + growth * (month - 12) + 1.5 * nights * wave(month, i));
      const dearer = price * (month < 12 ? 0.96 : 1.03);
      return [grupp, insats, monthOf(month), actual, Math.round(actual * dearer), nights, price];
    }),
  );
  tableSheet(
    workbook,
    {
      name: "Placeringar",
      table: "Placeringar",
      title: "Externa placeringar 2022–2023, dygn och kostnad",
      note: "Belopp i tkr, kostnader plus. Påhittat.",
    },
    [
      { name: "Grupp", width: 16 },
      { name: "Insats", width: 46 },
      { name: "Period", width: 10, format: "0" },
      { name: "Dygn", width: 10, format: amount },
      { name: "Kostnad", width: 12, format: amount },
      { name: "Budgetvolym", width: 12, format: amount },
      { name: "Budgetpris", width: 12, format: "#,##0.0" },
    ],
    rows,
  );
}

/** A small, smooth and repeatable departure from the straight. */
const wave = (month: number, row: number) => 0.02 * Math.sin(1.3 * month + 2.1 * row);

const monthOf = (index: number) => 202200 + 100 * Math.floor(index / 12) + (index % 12) + 1;

/** The published measures of the action plan; areas, effects and decisions are invented, since the document prints none. */
const measures: [
  omrade: string,
  decided: boolean,
  partOf: number | null,
  effects: (number | null)[],
  status: string,
][] = [
  ["Personlig assistans", true, null, [1200, 2600, 3000, 900], "Pågår"],
  ["Myndighet", true, null, [400, 1500, 1500, 300], "Pågår"],
  ["Egen regi", true, null, [2500, 6000, 6000, 1100], "Pågår"],
  ["Bostad med särskild service", true, null, [0, 4800, 9600, 0], "Ej påbörjad"],
  ["Bostad med särskild service", true, null, [300, 700, 700, 350], "Klar"],
  ["Daglig verksamhet", true, null, [800, 2000, 2000, 650], "Pågår"],
  ["Daglig verksamhet", true, 6, [200, 500, 500, 100], "Pågår"],
  ["Barn och ungdom", false, null, [null, 900, 900, null], "Ej påbörjad"],
  ["Egen regi", true, null, [null, null, null, null], "Pågår"],
];

function atgarder(workbook: Workbook): void {
  const { rader } = published("beslutade-atgarder");
  const rows = measures.map(([omrade, decided, partOf, effects, status], index): CellValue[] => {
    const [thisYear, next, whole, reached] = effects;
    return [
      index + 1,
      omrade,
      rader[index].namn.replace(/^\d+ /, ""),
      "Verksamhetschef",
      decided ? `Fn ${201 + 7 * index}/2023` : null,
      decided ? "ja" : "nej",
      partOf,
      thisYear,
      next,
      whole,
      reached,
      status,
    ];
  });
  const byArea = [...rows].sort((a, b) => firstOf(a[1]) - firstOf(b[1]));
  tableSheet(
    workbook,
    {
      name: "Åtgärder",
      table: "Atgarder",
      title: "Beslutade åtgärder 2023",
      note: "Belopp i tkr, plus är förbättring. Åtgärderna är de publicerade; belopp, ansvar och beslut är påhittade.",
    },
    [
      { name: "Id", width: 6 },
      { name: "Område", width: 28 },
      { name: "Åtgärd", width: 52 },
      { name: "Ansvarig", width: 18 },
      { name: "Diarienummer", width: 14 },
      { name: "Förankrad", width: 10 },
      { name: "Ingår i (id)", width: 12 },
      { name: "Effekt 2023", width: 12, format: amount },
      { name: "Effekt 2024", width: 12, format: amount },
      { name: "Helårseffekt", width: 12, format: amount },
      { name: "Uppnådd effekt", width: 14, format: amount },
      { name: "Status", width: 14 },
    ],
    byArea,
  );
}

const firstOf = (omrade: CellValue) => measures.findIndex(([one]) => one === omrade);
