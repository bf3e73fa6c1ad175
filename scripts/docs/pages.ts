import { functions } from "../../src/functions";
import type { Language } from "../../src/texts/language";
import { html } from "./html";
import { markdown } from "./markdown";
import { functionPage, indexPage, type Page } from "./page";

export interface HelpFile {
  path: string;
  content: string;
}

const languages: readonly Language[] = ["sv", "en"];

const pages = (language: Language): Page[] => [
  indexPage(language),
  ...functions.map((definition) => functionPage(definition, language)),
];

/** The help as it is read in the repository: `docs/funktioner/sv/avvikelse.md` … */
export const markdownFiles = (): HelpFile[] =>
  languages.flatMap((language) =>
    pages(language).map((page) => ({
      path: `docs/funktioner/${language}/${page.name}.md`,
      content: markdown(page),
    })),
  );

/** The same pages for the add-in: `hjalp/sv/avvikelse.html` …, which functions.json points to. They need `hjalp/hjalp.css`. */
export const htmlFiles = (): HelpFile[] =>
  languages.flatMap((language) =>
    pages(language).map((page) => ({ path: `hjalp/${language}/${page.name}.html`, content: html(page) })),
  );
