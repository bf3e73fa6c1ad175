import { reportTexts } from "../texts/reports";
import {
  call,
  divide,
  equal,
  type Expression,
  multiply,
  number,
  subtract,
  text,
} from "../workbook/expression";
import { amountFormat, percentFormat } from "../workbook/numberFormat";
import type { Beloppskolumn, Beloppsrad, Las, Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { varden } from "./kontogrupprader";
import { type Utseende, utseende } from "./profil";
import { kolumnrubrik } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, manadskod, type Underlag } from "./underlag";

const id = "personal";
const t = reportTexts.sv;
/** Share of årsarbetare paid by the hour that the board aims to stay below. */
const timmal = 0.15;
/** Sick leave of groups this small is not shown: it could say something of a person. */
export const litenGrupp = 10;

/**
 * Personalnyckeltal by enhet: årsarbetare and those paid by the hour against the goal, sick leave and overtime to date. Sick leave of small
 * groups is "-", and of one more group where a single one could be worked out from the total.
 */
export const personal: Rapport = {
  id,
  titel: { sv: "Personalnyckeltal", en: "Staff figures" },
  kraver: [{ slag: "personal", falt: ["enhet|verksamhet|anstallningsform", "arsarbetare|sjuktid|overtid"] }],
  plan(indata) {
    const underlag = indata.underlag.get("personal")!;
    const look = { ...utseende(indata.profil, id), decimaler: 1 };
    const falt = (["enhet", "verksamhet", "anstallningsform"] as const).find((one) =>
      underlag.dimension(one),
    )!;
    const poster = varden(underlag, falt).map((varde): Beloppsrad => ({
      key: `rad:${varde}`,
      label: varde || t.utanEnhet,
      kind: "post",
      level: 0,
      urval: [[{ falt, varde }]],
    }));
    const { kolumner, dolda } = kolumnerFor(underlag, look, falt, poster, indata.period);
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag,
      etikett: falt === "anstallningsform" ? t.anstallningsform : t.enhet,
      // The total is added from the source: a row that is not shown is in it.
      rader: [...poster, { key: "summa", label: t.summaOrd, kind: "summa", level: 0, urval: [[]] }],
      kolumner,
      total: "summa",
      anmarkningar: [
        ...(kolumner.some(({ key }) => key === "over_mal") ? [t.timmal] : []),
        ...(dolda.size > 0 ? [t.litenGrupp] : []),
      ],
      kommentar: true,
      utanEnhet: true,
    });
  },
};

function kolumnerFor(underlag: Underlag, look: Utseende, falt: string, poster: Beloppsrad[], period: number) {
  const har = (matt: string) => underlag.matt(matt) !== null;
  const rubrik = (standard: string) => kolumnrubrik(look, "", standard, period, "sv");
  const januari = manadskod(arAv(period), 1);
  const belopp = (
    key: string,
    standard: string,
    matt: string,
    fran: number,
    rest: { bara?: Villkor[][]; dolda?: ReadonlySet<string> } = {},
  ): Beloppskolumn[] =>
    har(matt)
      ? [{ key, rubrik: rubrik(standard), slag: "belopp", matt, fran, till: period, antal: true, ...rest }]
      : [];
  const tim = underlag.dimension("anstallningsform")?.namn.filter((namn) => /tim/i.test(namn)) ?? [];
  const dolda = har("sjuktid") ? doldaRader(underlag, falt, poster, period) : new Set<string>();
  const kolumner: Beloppskolumn[] = [
    ...belopp("antal", "Anställda {till}", "antal", period),
    ...belopp("arsarbetare", "Årsarbetare {till}", "arsarbetare", period),
    ...(har("arsarbetare") && tim.length > 0
      ? [
          ...belopp("timavlonade", "varav timavlönade", "arsarbetare", period, {
            bara: tim.map((varde) => [{ falt: "anstallningsform", varde }]),
          }),
          andel("andel_tim", "Andel timavlönade", "timavlonade", "arsarbetare"),
          overMal(),
        ]
      : []),
    ...belopp("ordinarie", "Ordinarie tid jan–{till}, tim", "ordinarie", januari),
    ...belopp("sjuktid", "Sjuktid jan–{till}, tim", "sjuktid", januari, { dolda }),
    ...(har("ordinarie") && har("sjuktid")
      ? [andel("sjukfranvaro", "Sjukfrånvaro", "sjuktid", "ordinarie")]
      : []),
    ...belopp("langtidssjuk", "varav 60 dagar eller mer, tim", "langtidssjuk", januari, { dolda }),
    ...belopp("overtid", "Övertid jan–{till}, tim", "overtid", januari),
  ];
  return { kolumner, dolda };
}

/** Part of a whole; "-" where the whole is 0 or the part is not shown. */
function andel(key: string, rubrik: string, del: string, helhet: string): Beloppskolumn {
  return {
    key,
    rubrik,
    slag: "harledd",
    format: percentFormat(1),
    formel: (kolumn) =>
      call(
        "IF",
        call("AND", call("ISNUMBER", kolumn(del)), call("NOT", equal(kolumn(helhet), number(0)))),
        divide(kolumn(del), kolumn(helhet)),
        text("-"),
      ),
    varde: (las) => {
      const [part, whole] = [las(del), las(helhet)];
      return typeof part === "number" && typeof whole === "number" && whole !== 0 ? part / whole : "-";
    },
  };
}

/** Årsarbetare paid by the hour above the goal's share. */
function overMal(): Beloppskolumn {
  const tal = (las: Las, key: string) => Number(las(key) || 0);
  return {
    key: "over_mal",
    rubrik: t.overTimmal,
    slag: "harledd",
    format: amountFormat(1),
    formel: (kolumn: (key: string) => Expression) =>
      call(
        "MAX",
        number(0),
        subtract(kolumn("timavlonade"), multiply(number(timmal), kolumn("arsarbetare"))),
      ),
    varde: (las) => Math.max(0, tal(las, "timavlonade") - timmal * tal(las, "arsarbetare")),
  };
}

/** Small groups by their number of employees in the period (årsarbetare where that is not there), and one more where only one is small. */
function doldaRader(underlag: Underlag, falt: string, poster: Beloppsrad[], period: number): Set<string> {
  const matt = (underlag.matt("antal") ?? underlag.matt("arsarbetare"))?.varden;
  if (!matt) return new Set();
  const { koder, namn } = underlag.dimension(falt)!;
  const storlek = new Map<string, number>();
  for (let i = 0; i < underlag.antal; i++) {
    const kod = underlag.period?.koder[i] ?? period;
    if (kod !== period || Number.isNaN(matt[i])) continue;
    const key = `rad:${namn[koder[i]] ?? ""}`;
    storlek.set(key, (storlek.get(key) ?? 0) + matt[i]);
  }
  const order = poster
    .map(({ key }) => ({ key, antal: storlek.get(key) ?? 0 }))
    .sort((a, b) => a.antal - b.antal);
  const small = order.filter(({ antal }) => antal <= litenGrupp).length;
  return new Set(order.slice(0, small === 1 ? 2 : small).map(({ key }) => key));
}
