import { metodmening, type Metodunderlag, prognosTexts } from "../../src/texts/prognos";

const underlag: Metodunderlag = {
  metod: "profil",
  skal: "begard",
  fel: 0.0141,
  bokade: 8,
  antagen: false,
  uppskattade: 0,
};

describe("PROGNOSMETOD's sentence", () => {
  test("is the method and its error when the method was asked for", () => {
    expect(metodmening(underlag, "sv")).toBe("profil · medelfel 1,4 %");
    expect(metodmening(underlag, "en")).toBe("profil · mean error 1.4%");
  });
  test("says that no error could be calculated", () => {
    const rak = { ...underlag, metod: "rak", fel: null };
    expect(metodmening({ ...rak, skal: "utanHistorik" }, "sv")).toBe(
      "rak · utan historik, inget fel beräknat",
    );
    expect(metodmening(rak, "sv")).toBe("rak · inget fel kunde beräknas, för kort historik");
  });
  test("says why auto chose, which months were assumed and which were estimated", () => {
    const svar = {
      ...underlag,
      metod: "kombination",
      skal: "standard" as const,
      antagen: true,
      uppskattade: 2,
    };
    expect(metodmening(svar, "sv")).toBe(
      "kombination · medelfel 1,4 % · ingen enkel regel klart bättre · antagna bokförda månader: 8 · uppskattade okända månader: 2",
    );
  });
  test("says that the year is over, in both languages", () => {
    expect(metodmening({ ...underlag, skal: "bokat" }, "sv")).toBe("alla tolv månader är bokförda");
    expect(metodmening({ ...underlag, skal: "bokat" }, "en")).toBe("all twelve months are booked");
  });
  test("no text has a placeholder that nobody fills in", () => {
    for (const sprak of ["sv", "en"] as const)
      for (const [nyckel, text] of Object.entries(prognosTexts[sprak]))
        if (!["medelfel", "antagen", "uppskattade"].includes(nyckel)) expect(text).not.toMatch(/[{}]/);
  });
});
