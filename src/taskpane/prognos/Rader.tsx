import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { goTo } from "../../actions/navigation";
import type { ForecastRow, ForecastSheet } from "../../actions/prognos";
import { avvikelseAv } from "../../reports/egenPrognos";
import { prognosPageTexts } from "../../texts/taskpane/prognos";
import { amountText } from "../figures";
import { useLanguage, useTexts } from "../language";
import { useStyles } from "./styles";
import { type Forecasts, standing } from "./usePrognos";

/** How many rows are listed at once; fewer than `few` need no search. */
const step = 50;
const few = 8;

type Order = keyof (typeof prognosPageTexts)["sv"]["orders"];

/** The rows, what they add up to, and the way to the one that is looked for. */
export function Rader({ sheet, forecasts }: { sheet: ForecastSheet; forecasts: Forecasts }) {
  const texts = useTexts(prognosPageTexts);
  const language = useLanguage();
  const styles = useStyles();
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState<Order>("report");
  const [count, setCount] = useState(step);
  const { rows, decimaler, enhet, booked, period } = sheet;
  if (rows.length === 0) return null;
  const lines = rows.map((row) => lineOf(sheet, row, forecasts));
  const text = (amount: number) => amountText(amount, decimaler, language);
  const sum = (of: (line: Line) => number | null) =>
    text(lines.reduce((total, line) => total + (of(line) ?? 0), 0));
  const wanted = search.trim().toLowerCase();
  const found = ordered(
    lines.filter(({ row }) => `${row.heading} ${row.label}`.toLowerCase().includes(wanted)),
    order,
  );
  const shown = found.slice(0, count);
  return (
    <>
      <section className={styles.section} aria-label={texts.total}>
        <dl className={styles.sums}>
          <div>
            <dt>{texts.forecast}</dt>
            <dd>{sum(({ amount }) => amount)}</dd>
          </div>
          <div>
            <dt>{texts.budget}</dt>
            <dd>{sum(({ row }) => row.budget)}</dd>
          </div>
          <div>
            <dt>{texts.deviation}</dt>
            <dd>{sum((line) => line.deviation)}</dd>
          </div>
        </dl>
        <p className={styles.small}>
          {texts.rowsIn(enhet, `${texts.months[booked - 1]} ${period.slice(0, 4)}`)}
        </p>
      </section>
      {rows.length > few && (
        <div className={styles.options}>
          <Field label={texts.search}>
            <Input
              type="search"
              value={search}
              onChange={(_, { value }) => {
                setSearch(value);
                setCount(step);
              }}
            />
          </Field>
          <Field label={texts.order}>
            <Select value={order} onChange={(_, { value }) => setOrder(value as Order)}>
              {Object.entries(texts.orders).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      <section className={styles.section} aria-label={texts.all}>
        {wanted !== "" && (
          <p role="status" className={styles.small}>
            {texts.found(found.length, rows.length)}
          </p>
        )}
        <ul className={styles.list}>
          {shown.map((line, index) => (
            <li key={line.row.key}>
              {order === "report" && line.row.heading !== (shown[index - 1]?.row.heading ?? "") && (
                <p className={styles.group}>{line.row.heading}</p>
              )}
              <LineButton line={line} text={text} />
            </li>
          ))}
        </ul>
        {found.length > count && (
          <div>
            <Button onClick={() => setCount(count + step)}>
              {texts.more(Math.min(step, found.length - count))}
            </Button>
          </div>
        )}
      </section>
    </>
  );
}

interface Line {
  row: ForecastRow;
  amount: number | null;
  own: boolean;
  deviation: number | null;
}

function lineOf(sheet: ForecastSheet, row: ForecastRow, forecasts: Forecasts): Line {
  const { amount, own } = standing(sheet, row, forecasts.get(row.key));
  const from = amount === null || row.budget === null ? null : avvikelseAv(amount, row.budget, sheet.tecken);
  return { row, amount, own, deviation: from };
}

function ordered(lines: Line[], order: Order): Line[] {
  if (order === "deviation")
    return [...lines].sort((a, b) => Math.abs(b.deviation ?? 0) - Math.abs(a.deviation ?? 0));
  return order === "own" ? [...lines.filter(({ own }) => own), ...lines.filter(({ own }) => !own)] : lines;
}

function LineButton({ line, text }: { line: Line; text: (amount: number) => string }) {
  const texts = useTexts(prognosPageTexts);
  const styles = useStyles();
  const { row, amount, own, deviation: from } = line;
  return (
    <button type="button" className={styles.row} onClick={() => goTo("prognos", row.key)}>
      <span className={styles.name}>{row.label}</span>
      <span className={styles.amount}>{amount === null ? "–" : text(amount)}</span>
      <span className={styles.under}>
        {row.budget !== null && `${texts.budget} ${text(row.budget)}`}
        {own && ` · ${texts.own}`}
      </span>
      <span className={`${styles.amount} ${styles.under}`}>
        {from !== null && `${texts.deviation} ${text(from)}`}
      </span>
    </button>
  );
}
