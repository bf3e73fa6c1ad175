import { Badge, Button } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { type Measure, type MeasureRegister } from "../../actions/atgarder";
import { goTo } from "../../actions/navigation";
import { atgarderTexts } from "../../texts/taskpane/atgarder";
import { CellLink } from "../components/CellLink";
import { Note } from "../components/Note";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { amountText } from "../figures";
import { useLanguage, useTexts } from "../language";
import { Formular } from "./Formular";
import { useStyles } from "./styles";
import { chosenYear, Tackning } from "./Tackning";
import { useAtgarder } from "./useAtgarder";

/** What is asked for as subject: a new measure, or the sheet row of one that is there. */
const newMeasure = "ny";

/** The register of measures against the deficit; one measure at a time is opened, or a new one begun. */
export default function AtgarderPage({ subject }: { subject: string | null }) {
  const texts = useTexts(atgarderTexts);
  const styles = useStyles();
  const atgarder = useAtgarder();
  const { reading, creating } = atgarder;
  const { state, latest } = reading;
  const register = latest?.register ?? null;
  const opened = register?.measures.find(({ row }) => String(row) === subject) ?? null;
  if (register && (opened || subject === newMeasure))
    return (
      <PageFrame
        key={subject}
        focusTitle
        title={opened ? nameOf(opened, texts.unnamed) : texts.adding}
        above={
          <Button
            appearance="subtle"
            size="small"
            className={styles.back}
            icon={<ArrowLeft16Regular />}
            onClick={() => goTo("atgarder")}
          >
            {texts.all}
          </Button>
        }
      >
        <Formular
          key={`${subject} ${opened ? JSON.stringify(opened.cells) : ""}`}
          register={register}
          measure={opened}
          busy={atgarder.writing.state.state === "running"}
          onAdd={async (values) => {
            await atgarder.add(values);
            goTo("atgarder");
          }}
          onEdit={(edits) => void atgarder.edit(register.sheet, edits)}
        />
        <Written atgarder={atgarder} />
      </PageFrame>
    );
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      {state.state === "running" && !latest && <Waiting slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void reading.run()} />}
      {state.state !== "failed" && latest && register === null && (
        <Note
          tone="info"
          title={texts.none}
          actions={
            <Button
              appearance="primary"
              disabledFocusable={creating.state.state === "running"}
              onClick={() => void creating.run()}
            >
              {texts.create}
            </Button>
          }
        >
          {texts.noneText}
        </Note>
      )}
      {creating.state.state === "running" && <Waiting label={texts.creating} slow={creating.state.slow} />}
      {creating.state.state === "failed" && <ProblemNote error={creating.state.error} />}
      {state.state !== "failed" && register && (
        <>
          <Tackning
            register={register}
            deficit={latest!.deficit!}
            year={atgarder.year}
            onYear={atgarder.setYear}
          />
          <div className={styles.actions}>
            <Button appearance="primary" onClick={() => goTo("atgarder", newMeasure)}>
              {texts.add}
            </Button>
          </div>
          <Written atgarder={atgarder} />
          <Measures register={register} year={chosenYear(register, latest!.deficit!, atgarder.year)} />
          <p className={styles.small}>
            <CellLink sheet={register.sheet} cell={register.address}>
              {texts.where(register.sheet, register.address)}
            </CellLink>
          </p>
          {register.refused.length > 0 && (
            <Note tone="warning" title={texts.refused(register.refused.length)}>
              <ul className={styles.bullets}>
                {register.refused.map(({ cell, text }) => (
                  <li key={cell}>
                    <CellLink sheet={register.sheet} cell={cell}>
                      {cell}
                    </CellLink>
                    : {text}
                  </li>
                ))}
              </ul>
            </Note>
          )}
        </>
      )}
    </PageFrame>
  );
}

const nameOf = ({ cells }: Measure, unnamed: string) =>
  String(cells.atgard?.value ?? cells.id?.value ?? unnamed);

function Measures({ register, year }: { register: MeasureRegister; year: number | null }) {
  const texts = useTexts(atgarderTexts);
  const language = useLanguage();
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={texts.list}>
      {register.measures.map((measure) => {
        const { row, cells, outside } = measure;
        const effect = cells[year === null ? "effekt" : `effekt:${year}`]?.value;
        const about = [cells.omrade?.value, cells.status?.value].filter(Boolean).join(" · ");
        return (
          <li key={row}>
            <button type="button" className={styles.row} onClick={() => goTo("atgarder", String(row))}>
              <span className={styles.name}>{nameOf(measure, texts.unnamed)}</span>
              <span className={styles.amount}>
                {typeof effect === "number" ? amountText(effect, 0, language) : texts.notCalculated}
              </span>
              <span className={styles.under}>{about}</span>
              {outside && (
                <span className={styles.amount}>
                  <Badge appearance="outline" color="warning" size="small">
                    {texts.outside[outside]}
                  </Badge>
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** How the last writing went, and the way back. */
function Written({ atgarder }: { atgarder: ReturnType<typeof useAtgarder> }) {
  const texts = useTexts(atgarderTexts);
  const { writing, undoing, showing, reading } = atgarder;
  const { state } = writing;
  const undo = (back: (typeof state & { state: "done" })["value"]["undo"]) => (
    <Button disabledFocusable={undoing.state.state === "running"} onClick={() => void undoing.run(back)}>
      {texts.undo}
    </Button>
  );
  return (
    <>
      {state.state === "running" && <Waiting label={texts.writing} slow={state.slow} />}
      {state.state === "failed" && (
        <ProblemNote
          error={state.error}
          onRetry={() => {
            writing.reset();
            void reading.run();
          }}
        />
      )}
      {state.state === "done" &&
        ("cell" in state.value ? (
          <Added {...state.value} onShow={(sheet, cell) => void showing.run(sheet, cell)}>
            {undo(state.value.undo)}
          </Added>
        ) : (
          <Note tone="success" actions={undo(state.value.undo)}>
            {texts.changed(state.value.count)}
          </Note>
        ))}
      {showing.state.state === "failed" && <ProblemNote error={showing.state.error} />}
      {undoing.state.state === "failed" && <ProblemNote error={undoing.state.error} />}
      {undoing.state.state === "done" && state.state === "idle" && <Note tone="info">{texts.undone}</Note>}
    </>
  );
}

function Added({
  sheet,
  cell,
  onShow,
  children,
}: {
  sheet: string;
  cell: string;
  onShow: (sheet: string, cell: string) => void;
  children: React.ReactNode;
}) {
  const texts = useTexts(atgarderTexts);
  return (
    <Note
      tone="success"
      actions={
        <>
          <Button onClick={() => onShow(sheet, cell)}>{texts.show}</Button>
          {children}
        </>
      }
    >
      {texts.added(cell, sheet)}
    </Note>
  );
}
