import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import {
  type Measure,
  type MeasureColumn,
  type MeasureEdit,
  type MeasureRegister,
  proposedEffect,
} from "../../actions/atgarder";
import { atgarderTexts } from "../../texts/taskpane/atgarder";
import type { CellValue } from "../../workbook/cell";
import { amountText } from "../figures";
import { useLanguage, useTexts } from "../language";
import { entryText, monthOf, readEntry } from "./entry";
import { useStyles } from "./styles";

/** Fields whose texts tend to be sentences. */
const long = ["atgard", "forvantad", "kommentar"];

/** A field for each of the register's columns; what will be written is shown before it is. */
export function Formular({
  register,
  measure,
  busy,
  onAdd,
  onEdit,
}: {
  register: MeasureRegister;
  /** Null for a new one. */
  measure: Measure | null;
  busy: boolean;
  onAdd: (values: Record<string, CellValue>) => void;
  onEdit: (edits: MeasureEdit[]) => void;
}) {
  const texts = useTexts(atgarderTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { columns, unit } = register;
  const start = (column: MeasureColumn) =>
    entryText(measure?.cells[column.key]?.value ?? null, column, language);
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(columns.map((column) => [column.key, start(column)])),
  );
  const [tried, setTried] = useState(false);
  const set = (key: string, text: string) => setTyped((now) => ({ ...now, [key]: text }));
  const entries = columns.map((column) => ({ column, read: readEntry(typed[column.key], column, unit) }));
  const valueOf = (field: string): CellValue => {
    const found = entries.find(({ column }) => column.field === field);
    return found && "value" in found.read ? found.read.value : null;
  };
  const whole = valueOf("helarseffekt");
  const proposal = ({ field, year }: MeasureColumn) =>
    field === "effekt" && year !== null
      ? proposedEffect(
          typeof whole === "number" ? whole : null,
          monthOf(valueOf("startmanad")),
          year,
          /^(ja|j|x|1|true|sant)$/i.test(String(valueOf("engangs") ?? "")),
        )
      : null;
  const changed = entries.flatMap(({ column, read }) =>
    "value" in read && typed[column.key] !== start(column) ? [{ column, value: read.value }] : [],
  );
  const unread = entries.some(({ read }) => "unread" in read);
  const nameKey = columns.find(({ field }) => field === "atgard")?.key ?? columns[0].key;
  const nameless = typed[nameKey].trim() === "";
  // In a plain range a name alone is read as a heading.
  const onlyName = measure === null && register.table === null && changed.length === 1 && !nameless;
  const write = () => {
    setTried(true);
    if (unread || nameless || onlyName || changed.length === 0) return;
    if (measure === null)
      return onAdd(Object.fromEntries(changed.map(({ column, value }) => [column.key, value])));
    onEdit(
      changed.map(({ column, value }) => ({
        row: measure.row,
        column: column.column,
        before: measure.cells[column.key],
        after: value,
      })),
    );
  };
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      {entries.map(({ column, read }) => {
        const { key, header, kind, choices, field } = column;
        const formula = measure?.cells[key]?.formula ?? "";
        const proposed = proposal(column);
        const wrong =
          "unread" in read
            ? texts[read.unread]
            : tried && key === nameKey && nameless
              ? texts.needsName
              : tried && key === nameKey && onlyName
                ? texts.needsMore
                : undefined;
        return (
          <div key={key}>
            <Field
              label={header}
              required={key === nameKey}
              hint={
                formula !== ""
                  ? texts.formula(formula)
                  : kind === "amount"
                    ? texts.amount(unit)
                    : kind === "month"
                      ? texts.month
                      : field === "beslutsdatum"
                        ? texts.date
                        : undefined
              }
              validationState={wrong ? "error" : "none"}
              validationMessage={wrong}
            >
              {kind === "choice" ? (
                <Select
                  value={typed[key]}
                  disabled={busy || formula !== ""}
                  onChange={(_, { value }) => set(key, value)}
                >
                  <option value="">{texts.noChoice}</option>
                  {choices.map((word) => (
                    <option key={word} value={word}>
                      {word}
                    </option>
                  ))}
                </Select>
              ) : long.includes(field) ? (
                <Textarea
                  value={typed[key]}
                  resize="vertical"
                  disabled={busy || formula !== ""}
                  onChange={(_, { value }) => set(key, value)}
                />
              ) : (
                <Input
                  value={typed[key]}
                  inputMode={kind === "amount" ? "decimal" : undefined}
                  disabled={busy || formula !== ""}
                  onChange={(_, { value }) => set(key, value)}
                />
              )}
            </Field>
            {proposed !== null && formula === "" && (
              <div className={styles.proposal}>
                <span>{texts.proposed(amountText(proposed, 0, language))}</span>
                <Button
                  size="small"
                  aria-label={texts.useFor(header)}
                  disabledFocusable={busy}
                  onClick={() => set(key, amountText(proposed, 0, language))}
                >
                  {texts.use}
                </Button>
              </div>
            )}
          </div>
        );
      })}
      {changed.length > 0 && (
        <div role="status">
          <p className={styles.small}>{texts.preview}:</p>
          <ul className={styles.bullets}>
            {changed.map(({ column }) => (
              <li key={column.key}>
                {texts.change(
                  column.header,
                  start(column) || texts.empty,
                  typed[column.key].trim() || texts.empty,
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || changed.length === 0}>
          {texts.write}
        </Button>
      </div>
    </form>
  );
}
