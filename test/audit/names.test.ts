import { nameLikeness, nameWords } from "../../src/audit/names";

const likeness = (a: string, b: string) => nameLikeness(nameWords(a), nameWords(b));

test.each([
  ["Barn- & Ungdomsverksamhet", "Barn-och ungdomsverksamheten"],
  ["Vård vuxna missbruksproblem", "Vård för vuxna med missbruksproblem"],
  ["Övr. insatser vux/Eko bistånd", "Övr. insatser vuxna/Ekonomiskt bistånd"],
  ["Socialpsykiatri", "Socialpsykiatrin"],
  ["51 Äldreomsorg/LSS", "Äldreomsorg/LSS"],
  ["Betalningsansvar (Vite)", "Betalningsansvar"],
  ["Intäkter", "Intäkt"],
  ["Boende 1", "Boende 1"],
  ["Team A", "51 Team A"],
  ["Hemtjänst 2", "Hemtjänst"],
])("%s and %s are the same name", (a, b) => {
  expect(likeness(a, b)).toBe(1);
});

test.each([
  ["Daglig verksamhet", "Personlig assistans"],
  ["Hemtjänst", "Hemsjukvård"],
  ["Boende barn", "Boende vuxna"],
  ["Boende 1", "Boende 2"],
  ["Hemtjänstområde A", "Hemtjänstområde B"],
])("%s and %s are not", (a, b) => {
  expect(likeness(a, b)).toBeLessThan(0.75);
});

test("a sum's word says nothing of what it sums", () => {
  expect(nameWords("Summa")).toEqual([]);
  expect(nameWords("Totalt:")).toEqual([]);
  expect(nameLikeness([], [])).toBe(0);
});
