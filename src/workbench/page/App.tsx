import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Language } from "../../texts/language";
import { workbenchTexts } from "../../texts/workbench";
import type { Validation } from "../model/parts";
import { parseArea, splitAddress } from "../../workbook/address";
import { FormulaBar } from "./formula/FormulaBar";
import { Grid } from "./grid/Grid";
import { Pane } from "./pane/Pane";
import type { PaneHost, Theme } from "./pane/paneHost";
import { Ribbon } from "./ribbon/Ribbon";
import { readManifest, type RibbonButton } from "./ribbon/readManifest";
import type { Refusal, WorkbookSession } from "./session";
import { SheetTabs } from "./SheetTabs";
import { StatusBar } from "./StatusBar";
import { useEdit } from "./useEdit";
import { openSample, openFile, saveFile } from "./files";

/** Where the add-in's build is served. */
const addinBase = "/tillagg/";

/** The workbench: a sheet with the add-in's own ribbon and pane, in place of Excel. */
export function App({ manifest, first }: { manifest: string; first: WorkbookSession }) {
  const [language, setLanguage] = useState<Language>("sv");
  const [theme, setTheme] = useState<Theme>("light");
  const [session, setSession] = useState(first);
  const [people, setPeople] = useState(1);
  const [shown, setShown] = useState<readonly boolean[]>([true, true]);
  const [notice, setNotice] = useState<string | null>(null);
  const version = useSyncExternalStore(session.subscribe, () => session.version);
  const panes = useRef<(PaneHost | null)[]>([]);
  const file = useRef<HTMLInputElement>(null);
  const texts = workbenchTexts[language];

  const focusGrid = useCallback(() => document.querySelector<HTMLElement>(".grid-focus")?.focus(), []);
  const refused = (refusal: Refusal) => setNotice(texts.refused[refusal]);
  const broken = ({ errorStyle, errorTitle, error }: Validation) => {
    const message = [errorTitle, error].filter(Boolean).join(": ") || texts.broken;
    if (errorStyle === "warning") return window.confirm(`${message}\n\n${texts.keepBroken}`);
    setNotice(errorStyle === "stop" ? `${message} ${texts.unchanged}` : message);
    return errorStyle === "information";
  };
  const edit = useEdit(session, language, refused, broken, focusGrid);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    document.title = `${session.name} – ${texts.title}`;
  }, [language, theme, session, texts]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!session.saved) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [session]);

  const show = useCallback((person: number, visible: boolean) => {
    setShown((now) => now.map((one, index) => (index === person ? visible : one)));
  }, []);

  const replace = async (open: () => Promise<WorkbookSession>) => {
    if (!session.saved && !window.confirm(texts.discard)) return;
    try {
      const next = await open();
      edit.cancel();
      session.close();
      setSession(next);
      setNotice(null);
    } catch (error) {
      setNotice(`${texts.openFailed}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  const press = async ({ functionName }: RibbonButton) => {
    if (functionName === null) show(0, true);
    else await panes.current[0]?.runCommand(functionName);
  };

  const goToPlace = (text: string) => {
    const named = session.workbook.names.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    const { sheet: name, address } = splitAddress((named?.formula.slice(1) ?? text).replaceAll("$", ""));
    const sheet = name === null ? session.sheet : session.workbook.sheet(name);
    const area = parseArea(address);
    if (!sheet || !area) return setNotice(texts.noSuchCell(text));
    session.show(sheet);
    session.select(
      { row: area.row, column: area.column },
      { row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 },
    );
    focusGrid();
  };

  return (
    <div className="workbench">
      <header className="title-bar">
        <button type="button" onClick={() => file.current!.click()}>
          {texts.open}
        </button>
        <button
          type="button"
          onClick={() => void saveFile(session).then((name) => setNotice(texts.saved(name)))}
        >
          {texts.save}
        </button>
        <button type="button" onClick={() => void replace(() => openSample(language))}>
          {texts.reset}
        </button>
        <h1>
          {session.name}
          {!session.saved && <span title={texts.unsaved}> •</span>} <span>– {texts.title}</span>
        </h1>
        <button
          type="button"
          aria-pressed={people === 2}
          title={texts.coauthorHelp}
          onClick={() => setPeople(people === 1 ? 2 : 1)}
        >
          {people === 1 ? texts.coauthor : texts.coauthorStop}
        </button>
        <button type="button" onClick={() => setTheme(theme === "light" ? "dark" : "light")}>
          {theme === "light" ? texts.dark : texts.light}
        </button>
        <button
          type="button"
          lang={language === "sv" ? "en" : "sv"}
          onClick={() => setLanguage(language === "sv" ? "en" : "sv")}
        >
          {texts.otherLanguage}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.xltx,.xltm"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            target.value = "";
            if (chosen) void replace(() => openFile(chosen, language));
          }}
        />
      </header>
      <Ribbon
        tab={readManifest(manifest, language, addinBase)}
        label={texts.ribbon}
        onPress={(b) => void press(b)}
      />
      <main>
        <FormulaBar session={session} edit={edit} language={language} texts={texts} onGoTo={goToPlace} />
        <Grid
          key={session.name + language}
          session={session}
          version={version}
          language={language}
          texts={texts}
          edit={edit}
        />
        <SheetTabs session={session} texts={texts} />
      </main>
      <div className="panes">
        {Array.from({ length: people }, (_, person) => (
          <Pane
            key={`${person}`}
            ref={(host) => {
              panes.current[person] = host;
            }}
            session={session}
            source={`${addinBase}taskpane.html`}
            title={people === 1 ? texts.pane : texts.paneOf(texts.persons[person])}
            texts={texts}
            language={language}
            theme={theme}
            visible={shown[person]}
            onVisible={(visible) => show(person, visible)}
          />
        ))}
      </div>
      <StatusBar session={session} language={language} texts={texts} />
      {notice && (
        <div className="notice" role="alert">
          {notice}
          <button type="button" aria-label={texts.dismiss} onClick={() => setNotice(null)}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
