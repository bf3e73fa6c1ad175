import { karensandel, karensdagar, type Karensregel } from "../../src/domain/karens";

const rule = (given: Partial<Karensregel> = {}): Karensregel => ({
  troskel: 10,
  frandag: 1,
  rakna: "planerade",
  ...given,
});

/** H heldag, h halvdag, . unplanned; lower line: x absent, o present. */
function deducted(plan: string, attendance: string, given?: Partial<Karensregel>): string {
  const parts = [...plan].map((day) => ({ H: 1, h: 0.5, ".": 0 })[day]!);
  const absent = [...attendance].map((day) => day === "x");
  const days = karensdagar(parts, absent, rule(given));
  return parts.map((_, day) => (days.includes(day) ? "-" : "·")).join("");
}

describe("karensdagar", () => {
  test("ten planned days running are deducted, all of them", () => {
    expect(deducted("HHHHHHHHHHHH", "oxxxxxxxxxxo")).toBe("·----------·");
  });

  test("nine are not", () => {
    expect(deducted("HHHHHHHHHHHH", "oxxxxxxxxxoo")).toBe("············");
  });

  test("a half day is one day towards the threshold", () => {
    expect(deducted("hhhhhhhhhh", "xxxxxxxxxx")).toBe("----------");
  });

  test("attendance on a planned day ends the absence; on an unplanned day it does not", () => {
    expect(deducted("HHHHHHHHHHHH", "xxxxxoxxxxxx")).toBe("············");
    expect(deducted("HHHHH.HHHHHH", "xxxxxoxxxxxx")).toBe("-----·------");
  });

  test("from the n-th day of the absence on", () => {
    expect(deducted("HHHHHHHHHHHH", "xxxxxxxxxxxx", { frandag: 11 })).toBe("··········--");
  });

  test("several absences each count on their own", () => {
    expect(deducted("HHHHHHH", "xxxoxxx", { troskel: 3 })).toBe("---·---");
    expect(deducted("HHHHHHH", "xxoxxxx", { troskel: 3 })).toBe("···----");
  });

  test("arbetsdagar counts the unplanned days between, but never those after", () => {
    expect(deducted("HH...HH", "xxxxxxx", { troskel: 7, rakna: "arbetsdagar" })).toBe("--···--");
    expect(deducted("HH...HH", "xxxxxxx", { troskel: 7 })).toBe("·······");
    expect(deducted("HH.....", "xxxxxxx", { troskel: 3, rakna: "arbetsdagar" })).toBe("·······");
  });

  test("arbetsdagar counts frandag in days of the absence too", () => {
    expect(deducted("HH...HH", "xxxxxxx", { troskel: 7, frandag: 6, rakna: "arbetsdagar" })).toBe("·····--");
  });

  test("an absence across a turn of the month is one: 6 days + 6 days is 12", () => {
    expect(deducted("HHHHHHHHHHHHHH", "oxxxxxxxxxxxxo")).toBe("·------------·");
  });

  test("no planned days, no absence", () => {
    expect(deducted("....", "xxxx", { troskel: 1 })).toBe("····");
  });
});

test("karensandel is of what would have been paid", () => {
  expect(karensandel(10, 90)).toBe(0.1);
  expect(karensandel(10, -90)).toBe(0.1);
  expect(karensandel(0, 0)).toBeNull();
});
