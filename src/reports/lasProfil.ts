import { UserError } from "../workbook/userError";
import { forslagsmetoder, type Profil, type Rapportprofil } from "./profil";

/** Id of the user's own profile, and the setting it is kept under. */
export const egenProfil = "egen";

interface Regel {
  tillatet: string;
  galler: (value: unknown) => boolean;
}

const ettAv = (...words: string[]): Regel => ({
  tillatet: words.map((word) => `"${word}"`).join(", "),
  galler: (value) => typeof value === "string" && words.includes(value),
});
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string";
const isAmount = (value: unknown) => typeof value === "number" && Number.isFinite(value) && value >= 0;

const isWeights = (value: unknown) =>
  Array.isArray(value) && value.length === 12 && value.every(isAmount) && value.some((one) => one > 0);
const isDays = (value: unknown) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 366;

const gemensamma: Record<string, Regel> = {
  enhet: ettAv("kr", "tkr", "mnkr"),
  decimaler: { tillatet: "0, 1, 2, 3", galler: (value) => [0, 1, 2, 3].includes(value as number) },
  tecken: ettAv("netto", "kostnad"),
};
const profilens: Record<string, Regel> = {
  ...gemensamma,
  id: ettAv(egenProfil),
  namn: { tillatet: '"…"', galler: isText },
  piltroskel: { tillatet: "0, 0.5, 1 … (mnkr)", galler: isAmount },
  periodprofil: {
    tillatet: '[12 × 0, 1, 2 …], {"kontogrupp": [12 × 0, 1, 2 …]}',
    galler: (value) => isWeights(value) || (isObject(value) && Object.values(value).every(isWeights)),
  },
  prognosmetod: ettAv(...forslagsmetoder),
  egenPrognos: ettAv("prognos", "avvikelse"),
  karensregel: {
    tillatet: '{"troskel": 1–366, "frandag": 1–366, "rakna": "planerade" | "arbetsdagar"}',
    galler: (value) =>
      isObject(value) &&
      isDays(value.troskel) &&
      isDays(value.frandag) &&
      (value.rakna === "planerade" || value.rakna === "arbetsdagar"),
  },
  malstatus: ettAv("ord", "kryss"),
  sidhuvud: { tillatet: '"…"', galler: isText },
  rapporter: { tillatet: "{…}", galler: isObject },
};
const rapportens: Record<string, Regel> = {
  ...gemensamma,
  forandring: ettAv("netto", "kostnad"),
  procentbas: ettAv("brutto", "netto"),
  prognosmetod: ettAv(...forslagsmetoder),
  positioner: { tillatet: "1, 2, 3, 4", galler: (value) => [1, 2, 3, 4].includes(value as number) },
  ordning: {
    tillatet: '["kolumn", "kolumn" …]',
    galler: (value) => Array.isArray(value) && value.every(isText),
  },
  rubriker: {
    tillatet: '{"kolumn": "…"}',
    galler: (value) => isObject(value) && Object.values(value).every(isText),
  },
};
const nodvandiga = ["enhet", "decimaler", "tecken"];

/** A profile as the user has written it (JSON). Throws UserError that names the field and what it may be. */
export function lasProfil(text: string): Profil {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new UserError("profilOlaslig", { fel: (error as Error).message });
  }
  if (!isObject(parsed)) throw new UserError("profilOlaslig", { fel: text.trim().slice(0, 40) });
  const written = { ...parsed };
  for (const falt of nodvandiga) prova(falt, written[falt], profilens[falt]);
  provaAlla(written, profilens, "");
  const rapporter = (written.rapporter ?? {}) as Record<string, unknown>;
  for (const [id, rapport] of Object.entries(rapporter)) {
    if (!isObject(rapport)) throw ogiltig(`rapporter.${id}`, rapport, "{…}");
    provaAlla(rapport, rapportens, `rapporter.${id}.`);
  }
  return {
    namn: "",
    piltroskel: 1,
    sidhuvud: "",
    ...(written as Pick<Profil, "enhet" | "decimaler" | "tecken">),
    id: egenProfil,
    rapporter: rapporter as Record<string, Rapportprofil>,
  };
}

function provaAlla(object: Record<string, unknown>, regler: Record<string, Regel>, plats: string): void {
  for (const [falt, value] of Object.entries(object)) {
    if (!Object.hasOwn(regler, falt)) throw ogiltig(plats + falt, value, Object.keys(regler).join(", "));
    prova(plats + falt, value, regler[falt]);
  }
}

function prova(plats: string, value: unknown, { tillatet, galler }: Regel): void {
  if (!galler(value)) throw ogiltig(plats, value, tillatet);
}

const ogiltig = (falt: string, value: unknown, tillatet: string) =>
  new UserError("profilOgiltig", { falt, varde: (JSON.stringify(value) ?? "–").slice(0, 60), tillatet });
