import type { Sheet } from "../model/sheet";

/** Two vocabularies for the same things: the API's ("Hidden", "CenterAcrossSelection") and the file's ("hidden", "centerContinuous"). */
export interface Words {
  toFile(word: unknown): string | undefined;
  toApi(word: string): string;
}

function words(pairs: Record<string, string>): Words {
  const toFile = new Map(Object.entries(pairs).map(([api, file]) => [api.toLowerCase(), file]));
  const toApi = new Map(Object.entries(pairs).map(([api, file]) => [file, api]));
  return {
    toFile: (word) => toFile.get(String(word).toLowerCase()),
    toApi: (word) => toApi.get(word) ?? word,
  };
}

export const visibilityWords = words({ Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" });
export const visibilityWord = (visibility: Sheet["visibility"]) => visibilityWords.toApi(visibility);

export const horizontalWords = words({
  General: "general",
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
});

export const verticalWords = words({
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
});

export const patternWords = words({
  None: "none",
  Solid: "solid",
  Gray50: "mediumGray",
  Gray75: "darkGray",
  Gray25: "lightGray",
  Horizontal: "darkHorizontal",
  Vertical: "darkVertical",
  Down: "darkDown",
  Up: "darkUp",
  Checker: "darkGrid",
  SemiGray75: "darkTrellis",
  LightHorizontal: "lightHorizontal",
  LightVertical: "lightVertical",
  LightDown: "lightDown",
  LightUp: "lightUp",
  Grid: "lightGrid",
  CrissCross: "lightTrellis",
  Gray16: "gray125",
  Gray8: "gray0625",
});

export const paperWords = words({
  Letter: "1",
  Tabloid: "3",
  Ledger: "4",
  Legal: "5",
  Statement: "6",
  Executive: "7",
  A3: "8",
  A4: "9",
  A4Small: "10",
  A5: "11",
  B4: "12",
  B5: "13",
  Folio: "14",
});
