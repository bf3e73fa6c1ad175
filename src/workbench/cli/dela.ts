import { parseArgs } from "node:util";
import { type Overview, planSharing, type Satt, seEfter, share, type Shared } from "../../actions/dela";
import { findSensitive, type KansligtFynd } from "../../actions/kansligt";
import { heal, type Healed, type HealStep, planHealing } from "../../actions/lak";
import { thaw, type Thawed, type ThawStep } from "../../actions/tina";
import { type KollCell, stateOf } from "../../sharing/kollCells";
import { kansligtText } from "../../sharing/sagKansligt";
import { delaTexts } from "../../texts/dela";
import { type Area, areaAddress, quoteSheet } from "../../workbook/address";
import type { Command } from "./command";
import { checkOutput, checkSameType, type ExitCode, type Io, json, UsageError } from "./io";
import { type OpenFile, openFile } from "./workbookFile";

const t = delaTexts.sv;

/** "'Mål 2024'!B4:B6". */
const placeOf = (sheet: string, area: Area) => `${quoteSheet(sheet)}!${areaAddress(area)}`;
const place = ({ sheet, area }: KollCell) => placeOf(sheet, area);

const cells = (count: number) => (count === 1 ? "1 cell" : `${count} celler`);

export const dela: Command = {
  name: "dela",
  usage: "dela --bok in.xlsx [--ut ut.xlsx --satt formler|varden [--kopia]] [--json]",
  summary:
    "visar vad en läsare utan tillägget möter och vad som är känsligt; med --ut görs boken fristående (--kopia: utan originalen)",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        bok: { type: "string" },
        ut: { type: "string" },
        satt: { type: "string" },
        kopia: { type: "boolean" },
        json: { type: "boolean" },
      },
    });
    const { bok, ut, satt } = values;
    if (ut === undefined) {
      if (satt !== undefined || values.kopia)
        throw new UsageError("--satt och --kopia skriver en bok: ange också --ut ut.xlsx.");
      return inFile(bok, (_) => look(values.json ?? false, io));
    }
    if (satt !== "formler" && satt !== "varden")
      throw new UsageError(
        `--satt ska vara formler (Excels egna formler där de finns, annars värden) eller varden${satt === undefined ? "" : `, inte ”${satt}”`}.`,
      );
    const target = outputFor(bok, ut);
    return inFile(bok, async (file) => {
      const shared = await share(await planSharing(satt), { keep: !values.kopia });
      await file.save(target);
      if (values.json) io.out(json(sharedAsJson(satt, shared)));
      else describeShared(shared, target, io);
      return shared.left.length > 0 ? 1 : 0;
    });
  },
};

export const tina: Command = {
  name: "tina",
  usage: "tina --bok in.xlsx --ut ut.xlsx [--flyttade] [--json]",
  summary: "tinar upp frysta formler där de står kvar; med --flyttade också där värdena står nu",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        bok: { type: "string" },
        ut: { type: "string" },
        flyttade: { type: "boolean" },
        json: { type: "boolean" },
      },
    });
    const target = outputFor(values.bok, values.ut);
    return inFile(values.bok, async (file) => {
      const thawed = await thaw({ moved: values.flyttade ?? false });
      await file.save(target);
      if (values.json) io.out(json(thawedAsJson(thawed)));
      else describeThawed(thawed, target, io);
      return thawed.left.length > 0 || thawed.damaged > 0 ? 1 : 0;
    });
  },
};

export const lak: Command = {
  name: "lak",
  usage: "lak --bok in.xlsx --ut ut.xlsx [--json]",
  summary: "skriver in KOLL-formler på nytt där de visar #NAMN? eller har skadade namn",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: { bok: { type: "string" }, ut: { type: "string" }, json: { type: "boolean" } },
    });
    const target = outputFor(values.bok, values.ut);
    return inFile(values.bok, async (file) => {
      const healed = await heal(await planHealing());
      await file.save(target);
      if (values.json) io.out(json(healedAsJson(healed)));
      else describeHealed(healed, target, io);
      return healed.left.length + healed.remaining.length > 0 ? 1 : 0;
    });
  },
};

function outputFor(bok: string | undefined, ut: string | undefined): string {
  const target = checkOutput(ut, "--ut");
  checkSameType(bok, target);
  return target;
}

async function inFile<T>(bok: string | undefined, run: (file: OpenFile) => Promise<T>): Promise<T> {
  const file = await openFile(bok);
  try {
    return await run(file);
  } finally {
    file.close();
  }
}

async function look(asJson: boolean, io: Io): Promise<ExitCode> {
  const overview = await seEfter();
  const sensitive = await findSensitive();
  if (asJson) io.out(json(overviewAsJson(overview, sensitive)));
  else describeOverview(overview, sensitive, io);
  return sensitive.length > 0 ? 1 : 0;
}

function describeOverview({ cells: found, uses, reports }: Overview, sensitive: KansligtFynd[], io: Io) {
  if (found.length === 0) io.out("Inga KOLL-formler i celler: boken fungerar som den är utan tillägget.");
  else io.out(`${cells(found.length)} med KOLL-formler:`);
  for (const cell of found) {
    const form = t.form[cell.form];
    io.out(
      `  ${place(cell)}  ${cell.formula}  ${[t.lage[stateOf(cell.values)], form].filter(Boolean).join("; ")}`,
    );
  }
  for (const { kind, place: where, native } of uses) {
    const instead = native === null ? "" : `; ${t.skrivSjalv(native)}`;
    io.out(`  ${t.plats[kind](where)}: ${t.platsRad[kind]}${instead}`);
  }
  if (reports.length > 0)
    io.out(`Rapportblad har Excels egna formler och behöver inget: ${reports.join(", ")}`);
  io.out(sensitive.length === 0 ? "Inget känsligt hittades." : "Känsligt:");
  for (const fynd of sensitive) {
    const where = [fynd.sheet && quoteSheet(fynd.sheet), fynd.address].filter(Boolean).join("!");
    io.out(`  ${where ? `${where}  ` : ""}${kansligtText(fynd, "sv")}`);
  }
}

const overviewAsJson = ({ cells: found, uses, reports }: Overview, sensitive: KansligtFynd[]) => ({
  celler: found.map((cell) => ({
    blad: cell.sheet,
    adress: areaAddress(cell.area),
    formel: cell.formula,
    form: cell.form,
    lage: stateOf(cell.values),
    skyddad: cell.protected,
  })),
  ovrigt: uses.map(({ kind, sheet, place: where, formula, native }) => ({
    slag: kind,
    blad: sheet,
    plats: where,
    formel: formula,
    egenFormel: native,
  })),
  rapportblad: reports,
  kansligt: sensitive.map((fynd) => ({
    slag: fynd.slag,
    blad: fynd.sheet,
    adress: fynd.address,
    antal: fynd.antal,
    text: kansligtText(fynd, "sv"),
  })),
});

function describeShared({ formulas, values, left, disagreeing }: Shared, target: string, io: Io): void {
  io.out(`${cells(formulas)} fick Excels egna formler, ${cells(values)} sina värden.`);
  for (const { sheet, row, column } of disagreeing)
    io.out(
      `  ${placeOf(sheet, { row, column, rowCount: 1, columnCount: 1 })}  Excels egen formel gav något annat: värdet skrevs`,
    );
  for (const step of left) io.out(`  ${place(step.cell)}  lämnad: ${t.kvar[step.left!]}`);
  io.out(`Sparade ${target}`);
}

const sharedAsJson = (satt: Satt, { formulas, values, left, disagreeing }: Shared) => ({
  satt,
  formler: formulas,
  varden: values,
  avvikande: disagreeing.map(({ sheet, row, column }) => ({
    blad: sheet,
    adress: areaAddress({ row, column, rowCount: 1, columnCount: 1 }),
  })),
  lamnade: left.map(({ cell, left: why }) => ({
    blad: cell.sheet,
    adress: areaAddress(cell.area),
    skal: why,
  })),
});

const thawPlace = ({ to, from }: ThawStep) => placeOf((to ?? from).sheet, (to ?? from).area);

function describeThawed({ restored, left, damaged }: Thawed, target: string, io: Io): void {
  io.out(
    restored.length + left.length === 0
      ? "Boken har inga frysta formler."
      : `${cells(restored.length)} fick tillbaka sin formel.`,
  );
  for (const step of left) io.out(`  ${thawPlace(step)}  ${step.original}  ${t.tinad[step.state]}`);
  if (damaged > 0) io.out("  En del av originalen har ändrats för hand i filen och kan inte läsas.");
  io.out(`Sparade ${target}`);
}

const thawedAsJson = ({ restored, left, damaged }: Thawed) => ({
  tinade: restored.length,
  lamnade: left.map((step) => ({
    blad: (step.to ?? step.from).sheet,
    adress: areaAddress((step.to ?? step.from).area),
    formel: step.original,
    lage: step.state,
  })),
  skadade: damaged,
});

function describeHealed({ healed, remaining, left, names }: Healed, target: string, io: Io): void {
  io.out(
    healed.length + remaining.length + left.length + names.length === 0
      ? "Inget att läka: inga KOLL-formler visar #NAMN? eller väntar på svar."
      : `${cells(healed.length)} läkta.`,
  );
  for (const { name } of names) io.out(`  ${t.plats.namn(name)} läkt`);
  for (const { cell } of remaining) io.out(`  ${place(cell)}  ${cell.formula}  ${t.kvar.fel}`);
  for (const step of left)
    io.out(`  ${place(step.cell)}  ${step.cell.formula}  lämnad: ${t.kvar[step.left!]}`);
  io.out(`Sparade ${target}`);
}

function healedAsJson({ healed, remaining, left, names }: Healed) {
  const asJson = ({ cell, formula, left: why }: HealStep) => ({
    blad: cell.sheet,
    adress: areaAddress(cell.area),
    formel: formula,
    ...(why && { skal: why }),
  });
  return {
    lakta: healed.map(asJson),
    kvar: remaining.map(asJson),
    lamnade: left.map(asJson),
    namn: names.map(({ name }) => name),
  };
}
