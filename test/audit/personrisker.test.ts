import { audit } from "../../src/audit";
import { personrisker } from "../../src/audit/personrisker";
import { readSnapshot } from "../../src/excel/readSnapshot";
import { openSample } from "../helpers/openWorkbook";

test("what sharing is told of persons is what the audit says of them, key for key", async () => {
  const file = await openSample();
  try {
    file.workbook.sheet("Närvaro")!.setValue(300, 0, "19121212-1212");
    await Excel.run(async (context) => {
      const snapshot = await readSnapshot(context, { formats: true, comments: true });
      const expected = audit(snapshot).filter(
        ({ regel }) => regel === "personuppgift" || regel === "liten-grupp",
      );
      expect(personrisker(snapshot)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
      const [{ nyckel }] = expected;
      expect(personrisker(snapshot, { accepterade: { [nyckel]: "eget skäl" } })[0].accepterad).toBe(
        "eget skäl",
      );
    });
  } finally {
    file.close();
  }
});
