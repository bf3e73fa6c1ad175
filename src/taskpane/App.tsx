import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { currentPlace, onNavigation, pages } from "../actions/navigation";
import type { Language } from "../texts/language";
import { Waiting } from "./components/Waiting";
import { ErrorBoundary } from "./ErrorBoundary";
import type { Hindrance } from "./Hindered";
import { LanguageContext, languageKey, startLanguage } from "./language";
import { Navigation } from "./Navigation";
import { useTheme } from "./theme";

const Hindered = lazy(() => import("./Hindered"));
const pageViews = {
  start: lazy(() => import(/* webpackChunkName: "start" */ "./start/StartPage")),
  underlag: lazy(() => import("./underlag/UnderlagPage")),
  rapporter: lazy(() => import("./rapporter/RapporterPage")),
  prognos: lazy(() => import("./prognos/PrognosPage")),
  atgarder: lazy(() => import("./atgarder/AtgarderPage")),
  kontroll: lazy(() => import("./kontroll/KontrollPage")),
  dela: lazy(() => import("./dela/DelaPage")),
  funktioner: lazy(() => import("./funktioner/FunktionerPage")),
  installningar: lazy(() => import("./installningar/InstallningarPage")),
};

const useStyles = makeStyles({
  root: {
    position: "fixed",
    inset: 0,
    overflowY: "auto",
    overflowX: "hidden",
    // What gets the focus is not hidden under what stays at the top.
    scrollPaddingTop: "144px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  alone: { padding: tokens.spacingHorizontalL },
});

/** The pane: a page at a time under the navigation, in the user's language and Office's theme. */
export function App({ hindrance }: { hindrance: Hindrance | null }) {
  const styles = useStyles();
  const theme = useTheme();
  const [language, choose] = useState(startLanguage);
  const place = useSyncExternalStore(onNavigation, currentPlace);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const languages = useMemo(
    () => ({
      language,
      setLanguage: (chosen: Language) => {
        localStorage.setItem(languageKey, chosen);
        choose(chosen);
      },
    }),
    [language],
  );
  const View = pageViews[place.page];
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <LanguageContext.Provider value={languages}>
        {!hindrance && <Navigation current={place.page} pages={pages} />}
        <ErrorBoundary key={place.page}>
          <Suspense
            fallback={
              <div className={styles.alone}>
                <Waiting slow={false} />
              </div>
            }
          >
            {hindrance ? <Hindered hindrance={hindrance} /> : <View subject={place.subject} />}
          </Suspense>
        </ErrorBoundary>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
