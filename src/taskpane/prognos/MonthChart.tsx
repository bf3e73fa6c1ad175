import { mergeClasses } from "@fluentui/react-components";
import { prognosPageTexts } from "../../texts/taskpane/prognos";
import { useTexts } from "../language";
import { useChartStyles } from "./styles";

const box = { width: 320, height: 132, top: 8, bottom: 18, left: 4, right: 4 };

/**
 * The year's months: booked and forecast as bars, budget as a stepped line, the last forecast as a dashed one over the
 * months that were left. Costs are drawn upwards, as amounts are thought of.
 */
export function MonthChart({
  months,
  booked,
  budget,
  previous,
}: {
  /** Twelve amounts. */
  months: readonly number[];
  booked: number;
  budget: readonly number[] | null;
  /** What the last forecast had for each of the months left; null without one. */
  previous: number | null;
}) {
  const texts = useTexts(prognosPageTexts);
  const styles = useChartStyles();
  const sum = months.reduce((total, one) => total + one, 0);
  const turn = sum < 0 ? -1 : 1;
  const all = [...months, ...(budget ?? []), ...(previous === null ? [] : [previous]), 0].map(
    (amount) => amount * turn,
  );
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const span = most - least || 1;
  const step = (box.width - box.left - box.right) / 12;
  const x = (month: number) => box.left + month * step;
  const y = (amount: number) =>
    box.top + ((most - amount * turn) / span) * (box.height - box.top - box.bottom);
  const zero = y(0);
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        className={styles.chart}
        role="img"
        aria-label={texts.chartLabel(booked, 12 - booked)}
      >
        {months.map((amount, month) => (
          <rect
            key={month}
            className={month < booked ? styles.booked : styles.forecast}
            x={x(month) + 3}
            width={step - 6}
            y={Math.min(zero, y(amount))}
            height={Math.max(0.5, Math.abs(zero - y(amount)))}
          />
        ))}
        <line className={styles.axis} x1={box.left} x2={box.width - box.right} y1={zero} y2={zero} />
        {budget && <path className={styles.budget} d={stepped(budget, x, y)} />}
        {previous !== null && booked < 12 && (
          <line className={styles.previous} x1={x(booked)} x2={x(12)} y1={y(previous)} y2={y(previous)} />
        )}
        {texts.months.map((name, month) => (
          <text key={name} className={styles.label} x={x(month) + step / 2} y={box.height - 5}>
            {name}
          </text>
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {booked > 0 && <Key className={styles.booked} text={texts.booked} />}
        {booked < 12 && <Key className={styles.forecast} text={texts.forecastMonths} />}
        {budget && <Key className={styles.budget} line text={texts.budget} />}
        {previous !== null && booked < 12 && (
          <Key className={styles.previous} line text={texts.lastForecast} />
        )}
      </figcaption>
    </figure>
  );
}

function stepped(amounts: readonly number[], x: (month: number) => number, y: (amount: number) => number) {
  return amounts
    .map((amount, month) => `${month === 0 ? "M" : "L"}${x(month)} ${y(amount)}H${x(month + 1)}`)
    .join("");
}

function Key({ className, line = false, text }: { className: string; line?: boolean; text: string }) {
  const styles = useChartStyles();
  return (
    <span className={styles.key}>
      <svg width="18" height="10" aria-hidden>
        {line ? (
          <line className={mergeClasses(className)} x1="0" x2="18" y1="5" y2="5" />
        ) : (
          <rect className={className} x="3" y="1" width="12" height="8" />
        )}
      </svg>
      {text}
    </span>
  );
}
