import { malstatus, maltrend, tolkaMal } from "../../src/domain/mal";

describe("tolkaMal", () => {
  test.each([
    ["Minska", { slag: "minska" }],
    [" öka ", { slag: "öka" }],
    ["Behålla/ Öka", { slag: "behålla" }],
    ["Samma  eller högre", { slag: "behålla" }],
    ["I balans", { slag: "balans" }],
    ["+-0", { slag: "balans" }],
    ["Minst 75 %", { slag: "minst", grans: 0.75, procent: true }],
    ["högst 1 200", { slag: "högst", grans: 1200, procent: false }],
    ["Mer än -2,5", { slag: "merÄn", grans: -2.5, procent: false }],
    ["mindre än 3", { slag: "mindreÄn", grans: 3, procent: false }],
    ["75 %", { slag: "minst", grans: 0.75, procent: true }],
  ])("%s", (text, goal) => expect(tolkaMal(text, "högre")).toEqual(goal));

  test("a figure alone follows the direction", () => {
    expect(tolkaMal("12", "lägre")).toEqual({ slag: "högst", grans: 12, procent: false });
  });

  test.each(["", "Öka jmf utfall 2023", "Minst", "Minst många", "Minska 5", "5,3 mnkr", "3 – 5"])(
    "”%s” is not known",
    (text) => expect(tolkaMal(text, "högre")).toBeNull(),
  );
});

describe("malstatus", () => {
  const how = (given: Partial<Parameters<typeof malstatus>[2]> = {}) => ({
    riktning: "högre" as const,
    foregaende: null,
    tolerans: 0,
    ...given,
  });

  test("binary noise doesn't decide: 0.1 + 0.2 meets 0.3", () => {
    expect(malstatus(0.1 + 0.2, { slag: "högst", grans: 0.3, procent: false }, how())).toBe("Uppfylls");
    expect(malstatus(0.3, { slag: "minst", grans: 0.1 + 0.2, procent: false }, how())).toBe("Uppfylls");
  });

  test("a missed figure within the tolerance is Delvis, at it too", () => {
    const goal = { slag: "minst", grans: 10, procent: false } as const;
    expect(malstatus(9.5, goal, how({ tolerans: 0.5 }))).toBe("Delvis");
    expect(malstatus(9.4, goal, how({ tolerans: 0.5 }))).toBe("Uppfylls ej");
    expect(malstatus(9.9, goal, how())).toBe("Uppfylls ej");
  });

  test("more than and less than are strict, also with tolerance 0", () => {
    expect(malstatus(10, { slag: "merÄn", grans: 10, procent: false }, how())).toBe("Uppfylls ej");
    expect(malstatus(10, { slag: "merÄn", grans: 10, procent: false }, how({ tolerans: 1 }))).toBe("Delvis");
  });

  test("Minska and Öka compare magnitudes and need an earlier outcome of the same sign", () => {
    expect(malstatus(-19, { slag: "minska" }, how({ foregaende: -85 }))).toBe("Uppfylls");
    expect(malstatus(-85, { slag: "öka" }, how({ foregaende: -19 }))).toBe("Uppfylls");
    expect(malstatus(5, { slag: "minska" }, how({ foregaende: 5 }))).toBe("Uppfylls ej");
    expect(malstatus(-1, { slag: "minska" }, how({ foregaende: 1 }))).toBe("Kan ej bedömas");
    expect(malstatus(5, { slag: "öka" }, how())).toBe("Kan ej bedömas");
  });

  test("Behålla follows the direction", () => {
    expect(malstatus(7, { slag: "behålla" }, how({ foregaende: 6 }))).toBe("Uppfylls");
    expect(malstatus(7, { slag: "behålla" }, how({ foregaende: 6, riktning: "lägre" }))).toBe("Uppfylls ej");
    expect(malstatus(7, { slag: "behålla" }, how({ foregaende: 6, riktning: "lägre", tolerans: 1 }))).toBe(
      "Uppfylls",
    );
    expect(malstatus(7, { slag: "behålla" }, how())).toBe("Kan ej bedömas");
  });
});

test("maltrend points up for better, in the goal's direction", () => {
  expect(maltrend(0.3, 0.1 + 0.2, "högre")).toBe("→");
  expect(maltrend(5, 4, "högre")).toBe("↗");
  expect(maltrend(5, 4, "lägre")).toBe("↘");
});
