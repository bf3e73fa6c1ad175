import { intaktEllerKostnad, kontoslag } from "../../src/domain/kontoslag";

describe("kontoslag", () => {
  test.each([
    ["Intäkter", "intakt"],
    ["Statsbidrag", "intakt"],
    ["Hyresintäkter", "intakt"],
    ["Personalkostnader", "personal"],
    ["Lönekostnader", "personal"],
    ["Lokalhyror", "lokal"],
    ["Köp av huvudverksamhet", "kop"],
    ["Lämnade bidrag", "kop"],
    ["Kapitalkostnader", "kapital"],
    ["Avskrivningar", "kapital"],
    ["Övriga kostnader", "ovrigt"],
    ["Sociala avgifter", "personal"],
    ["OVRIGA INTAKTER", "intakt"],
    ["Income", "intakt"],
    ["Salaries", "personal"],
  ])("the kontogrupp %p of the published tables is %s", (namn, slag) => expect(kontoslag(namn)).toBe(slag));

  test.each([
    ["3110", "intakt"],
    ["4640", "kop"],
    ["5011", "personal"],
    ["6010", "lokal"],
    ["7910", "kapital"],
    ["6410 Kontorsmaterial", "ovrigt"],
    ["46 Köp av huvudverksamhet", "kop"],
  ])("the account %p is %s by its class in Kommun-Bas", (konto, slag) => expect(kontoslag(konto)).toBe(slag));

  test.each(["", "Daglig verksamhet", "Blandat", "1510"])("%p says nothing", (namn) =>
    expect(kontoslag(namn)).toBeNull(),
  );
});

test.each([
  ["3110 Avgifter", "intakt"],
  ["5010 Löner", "kostnad"],
  ["Lokalhyror", "kostnad"],
  ["Arbetsgivaravgifter", "kostnad"],
  ["8400 Finansiella poster", null],
  ["1510 Kundfordringar", null],
  ["Hemtjänst", null],
])("%p is %s to the sign of a source (class 3 income, 4–7 cost)", (namn, slag) =>
  expect(intaktEllerKostnad(namn)).toBe(slag),
);
