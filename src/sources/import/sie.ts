import type { CellMatrix } from "../../workbook/cell";
import { byteLines, type Chunks, decodeCp437, guessEncoding, isAscii } from "./bytes";
import { UserError } from "../../workbook/userError";
import { type Imported, mostSheetRows, mostUnread, type Reconciliation } from "./imported";

/**
 * SIE 4 (also 1–3), read line by line: memory grows with periods × accounts × objects, never with transactions. Amounts
 * are kr with debit +, so costs are positive: sign "kostnad". Outcome comes from #VER/#TRANS, else #PSALDO, else #RES;
 * the year before from #PSALDO or #RES −1; budget from #PBUDGET. Our sums are held against the file's #UB and #RES.
 */
export async function importSie(chunks: Chunks, { name }: { name: string }): Promise<Imported> {
  const reader = new SieReader();
  let line = 0;
  for await (const bytes of byteLines(chunks)) {
    // A file of another kind may be one endless line: it is told by its beginning.
    reader.line(decodeLine(bytes), ++line);
    if (line === 1000 && !reader.isSie) break;
  }
  if (!reader.isSie) throw new UserError("inteSie", { fil: name });
  const imported = reader.finish(name);
  if (imported.rows.length === 0) throw new UserError("importTom", { fil: name });
  if (imported.rows.length > mostSheetRows)
    throw new UserError("importForStor", { fil: name, mest: String(mostSheetRows) });
  return imported;
}

/** #FORMAT says PC8 in every file, also in those written as UTF-8 or Windows-1252: the line's own bytes decide. */
function decodeLine(bytes: Uint8Array): string {
  if (isAscii(bytes)) return ascii.decode(bytes);
  const encoding = guessEncoding(bytes);
  return encoding === "cp437" ? decodeCp437(bytes) : new TextDecoder(encoding).decode(bytes);
}
const ascii = new TextDecoder("windows-1252");

/** Sums in öre, so that a million amounts add up without binary dust. */
interface Cell {
  period: string;
  account: string;
  /** One object per dimension of `dims`, in order; "" for none. */
  objects: string[];
  ore: number;
}

type Series = Map<string, Cell>;

const known = new Set(
  (
    "FLAGGA PROGRAM FORMAT GEN SIETYP PROSA FTYP FNR ORGNR BKOD ADRESS FNAMN TAXAR OMFATTN KPTYP VALUTA KTYP ENHET SRU " +
    "OIB OUB UNDERDIM RTRANS BTRANS KSUMMA"
  ).split(" "),
);

class SieReader {
  private company = "";
  private readonly years = new Map<string, { from: string; to: string }>();
  private readonly accounts = new Map<string, string>();
  private readonly dims = new Map<string, string>();
  private readonly objects = new Map<string, string>();
  private readonly usedDims = new Set<string>();
  private readonly series = {
    trans: new Map<string, Cell>() as Series,
    saldo: new Map<string, Cell>() as Series,
    saldoBefore: new Map<string, Cell>() as Series,
    budget: new Map<string, Cell>() as Series,
  };
  private readonly transTotals = new Map<string, number>();
  private readonly balances = {
    ib: new Map<string, number>(),
    ub: new Map<string, number>(),
    res: new Map<string, number>(),
    resBefore: new Map<string, number>(),
  };
  private transactions = 0;
  private records = 0;
  private date = "";
  private inVoucher = false;
  private readonly unread: Imported["unread"] = [];
  private unreadCount = 0;

  line(text: string, number: number): void {
    const trimmed = text.trim();
    if (trimmed === "" || trimmed === "{" || trimmed === "\u001a") return;
    if (trimmed === "}") {
      this.inVoucher = false;
      return;
    }
    const fields = tokens(trimmed);
    if (fields === null || !this.read(fields)) {
      this.unreadCount++;
      if (this.unread.length < mostUnread) this.unread.push({ line: number, text: trimmed.slice(0, 200) });
    }
  }

  private read(fields: (string | string[])[]): boolean {
    const [label, ...rest] = fields;
    if (typeof label !== "string" || !label.startsWith("#")) return false;
    const tag = label.slice(1).toUpperCase();
    const values = rest.map((field) => (typeof field === "string" ? field : ""));
    switch (tag) {
      case "FNAMN":
        this.company = values[0] ?? "";
        return true;
      case "RAR":
        if (
          !/^-?\d+$/.test(values[0]) ||
          !/^\d{8}$/.test(values[1] ?? "") ||
          !/^\d{8}$/.test(values[2] ?? "")
        )
          return false;
        this.years.set(values[0], { from: values[1], to: values[2] });
        return true;
      case "KONTO":
        if (values.length < 2) return false;
        this.accounts.set(values[0], values[1]);
        return true;
      case "DIM":
        if (values.length < 2) return false;
        this.dims.set(values[0], values[1]);
        return true;
      case "OBJEKT":
        if (values.length < 3) return false;
        this.objects.set(`${values[0]}\t${values[1]}`, values[2]);
        return true;
      case "IB":
      case "UB":
      case "RES":
        return this.balance(tag, values);
      case "PSALDO":
      case "PBUDGET":
        return this.periodBalance(tag, rest);
      case "VER":
        this.date = values[2] ?? "";
        this.inVoucher = true;
        return /^\d{8}$/.test(this.date);
      case "TRANS":
        return this.transaction(rest);
      default:
        return known.has(tag);
    }
  }

  private balance(tag: "IB" | "UB" | "RES", [year, account, amount]: string[]): boolean {
    const value = ore(amount);
    if (value === null || !account) return false;
    const target =
      tag === "RES"
        ? year === "0"
          ? this.balances.res
          : year === "-1"
            ? this.balances.resBefore
            : null
        : year === "0"
          ? tag === "IB"
            ? this.balances.ib
            : this.balances.ub
          : null;
    target?.set(account, value);
    return true;
  }

  private periodBalance(
    tag: "PSALDO" | "PBUDGET",
    [year, period, account, objects, amount]: (string | string[])[],
  ): boolean {
    if (
      typeof year !== "string" ||
      typeof period !== "string" ||
      typeof account !== "string" ||
      !Array.isArray(objects)
    )
      return false;
    const value = ore(amount);
    if (value === null || !/^\d{6}$/.test(period)) return false;
    this.records++;
    const target =
      tag === "PBUDGET"
        ? year === "0"
          ? this.series.budget
          : null
        : year === "0"
          ? this.series.saldo
          : year === "-1"
            ? this.series.saldoBefore
            : null;
    if (target) this.add(target, period, account, objects, value);
    return true;
  }

  private transaction([account, objects, amount, date]: (string | string[])[]): boolean {
    const value = ore(amount);
    if (!this.inVoucher || typeof account !== "string" || !Array.isArray(objects) || value === null)
      return false;
    const day = typeof date === "string" && /^\d{8}$/.test(date) ? date : this.date;
    if (!/^\d{8}$/.test(day)) return false;
    this.transactions++;
    this.records++;
    this.transTotals.set(account, (this.transTotals.get(account) ?? 0) + value);
    this.add(this.series.trans, day.slice(0, 6), account, objects, value);
    return true;
  }

  private add(series: Series, period: string, account: string, objects: string[], value: number): void {
    for (let at = 0; at + 1 < objects.length; at += 2) this.usedDims.add(objects[at]);
    const key = `${period}\t${account}\t${objects.join("\t")}`;
    const cell = series.get(key);
    if (cell) cell.ore += value;
    else series.set(key, { period, account, objects, ore: value });
  }

  /** Something of a ledger has been seen. */
  get isSie(): boolean {
    return this.records > 0 || this.accounts.size > 0 || this.years.size > 0 || this.balances.res.size > 0;
  }

  finish(file: string): Imported {
    const dims = [...this.usedDims].sort((a, b) => Number(a) - Number(b));
    const outcome =
      this.transactions > 0
        ? this.series.trans
        : this.series.saldo.size > 0
          ? withoutTotals(this.series.saldo)
          : this.yearly(this.balances.res, "0");
    const before =
      this.series.saldoBefore.size > 0
        ? withoutTotals(this.series.saldoBefore)
        : this.yearly(this.balances.resBefore, "-1");
    const columns = [
      { header: "Utfall", series: outcome },
      { header: "Periodbudget", series: withoutTotals(this.series.budget) },
      { header: "Utfall föregående år", series: before },
    ].filter(({ series }) => series.size > 0);
    return {
      name: this.company || file.replace(/\.[^.]*$/, ""),
      headers: [
        "Period",
        "Konto",
        ...dims.map((dim) => this.dims.get(dim) ?? standardDims[dim] ?? `Dimension ${dim}`),
        ...columns.map(({ header }) => header),
      ],
      numberFormats: ["0", "General", ...dims.map(() => "General"), ...columns.map(() => "#,##0.00")],
      rows: this.rows(
        dims,
        columns.map(({ series }) => series),
      ),
      unit: "kr",
      sign: "kostnad",
      recordsRead: this.records,
      aggregated: this.transactions > 0,
      unread: this.unread,
      unreadCount: this.unreadCount,
      reconciliation: this.reconcile(outcome),
      dropped: [],
    };
  }

  /** A year's figure without months stands in its last month. */
  private yearly(totals: Map<string, number>, year: string): Series {
    const period = this.years.get(year)?.to.slice(0, 6) ?? "";
    const series: Series = new Map();
    for (const [account, value] of totals) series.set(account, { period, account, objects: [], ore: value });
    return series;
  }

  /** Rows of the result accounts (class 3–8): balance accounts are no part of outcome against budget. */
  private rows(dims: string[], columns: Series[]): CellMatrix {
    const rows = new Map<string, (string | number | null)[]>();
    columns.forEach((series, column) => {
      for (const { period, account, objects, ore: value } of series.values()) {
        if (!isResultAccount(account)) continue;
        const names = dims.map((dim) => this.objectName(dim, objects));
        const key = [period, account, ...names].join("\t");
        let row = rows.get(key);
        if (!row) {
          const name = this.accounts.get(account);
          row = [
            Number(period),
            name ? `${account} ${name}` : account,
            ...names.map((one) => one || null),
            ...columns.map(() => null),
          ];
          rows.set(key, row);
        }
        const at = 2 + dims.length + column;
        row[at] = (Math.round(((row[at] as number | null) ?? 0) * 100) + value) / 100;
      }
    });
    return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }

  private objectName(dim: string, objects: string[]): string {
    for (let at = 0; at + 1 < objects.length; at += 2) {
      if (objects[at] !== dim) continue;
      const name = this.objects.get(`${dim}\t${objects[at + 1]}`);
      return name ? `${objects[at + 1]} ${name}` : objects[at + 1];
    }
    return "";
  }

  /** #RES against our outcome per result account; #IB + transactions against #UB per balance account. */
  private reconcile(outcome: Series): Reconciliation[] {
    const totals = new Map<string, number>();
    for (const { account, ore: value } of outcome.values())
      totals.set(account, (totals.get(account) ?? 0) + value);
    const checks: Reconciliation[] = [];
    const check = (what: string, file: number, calculated: number) =>
      checks.push({
        what,
        file: file / 100,
        calculated: calculated / 100,
        difference: (calculated - file) / 100,
      });
    for (const [account, value] of this.balances.res)
      check(`#RES ${account}`, value, totals.get(account) ?? 0);
    if (this.transactions > 0) {
      for (const [account, value] of this.balances.ub) {
        check(
          `#UB ${account}`,
          value,
          (this.balances.ib.get(account) ?? 0) + (this.transTotals.get(account) ?? 0),
        );
      }
    }
    return checks;
  }
}

/** Dimensions that SIE itself names. */
const standardDims: Record<string, string> = {
  "1": "Kostnadsställe",
  "2": "Kostnadsbärare",
  "6": "Projekt",
  "7": "Anställd",
  "8": "Kund",
  "9": "Leverantör",
  "10": "Faktura",
};

const isResultAccount = (account: string) => /^[3-8]/.test(account);

/** A period's balance without objects is the total of those with them: it counts only where there are none. */
function withoutTotals(series: Series): Series {
  const split = new Set(
    [...series.values()]
      .filter(({ objects }) => objects.length > 0)
      .map(({ period, account }) => `${period}\t${account}`),
  );
  return new Map(
    [...series].filter(
      ([, { period, account, objects }]) => objects.length > 0 || !split.has(`${period}\t${account}`),
    ),
  );
}

/** "-1234.50" → −123450; SIE writes a point, some programs a comma. */
function ore(amount: string | string[] | undefined): number | null {
  if (typeof amount !== "string" || !/^[+-]?\d+(?:[.,]\d+)?$/.test(amount)) return null;
  return Math.round(Number(amount.replace(",", ".")) * 100);
}

/** Splits a line into fields: quoted strings with \" inside, {lists of objects}; null for an unclosed quote or list. */
export function tokens(line: string): (string | string[])[] | null {
  const fields: (string | string[])[] = [];
  let list: string[] | null = null;
  let at = 0;
  while (at < line.length) {
    const character = line[at];
    if (character === " " || character === "\t") {
      at++;
    } else if (character === "{" && list === null) {
      list = [];
      at++;
    } else if (character === "}" && list !== null) {
      fields.push(list);
      list = null;
      at++;
    } else {
      let field = "";
      if (character === '"') {
        at++;
        while (at < line.length && line[at] !== '"') {
          if (line[at] === "\\" && (line[at + 1] === '"' || line[at + 1] === "\\")) at++;
          field += line[at++];
        }
        if (at >= line.length) return null;
        at++;
      } else {
        while (at < line.length && !/[\s{}]/.test(line[at])) field += line[at++];
        if (field === "") return null;
      }
      (list ?? fields).push(field);
    }
  }
  return list === null ? fields : null;
}
