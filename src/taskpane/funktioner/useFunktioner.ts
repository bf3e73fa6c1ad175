import type { FunctionGuide, GuideEntry } from "../../actions/functionGuide";
import type { Language } from "../../texts/language";
import { useLanguage } from "../language";
import { useReading } from "../useAction";

/** The library in the user's language, from a file that the build wrote beside the page. */
export function useFunktioner() {
  const language = useLanguage();
  return useReading(() => readGuide(language));
}

async function readGuide(language: Language): Promise<FunctionGuide> {
  const answer = await fetch(`funktioner.${language}.json?v=${process.env.NAMNDKOLL_VERSION}`);
  if (!answer.ok) throw new Error(`funktioner.${language}.json: ${answer.status}`);
  return (await answer.json()) as FunctionGuide;
}

/** Functions whose name or help holds every word; those whose name does come first. */
export function searchFunctions(guide: FunctionGuide, search: string): GuideEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const matching = guide.functions.filter(({ id, summary, about }) => holds(`${id} ${summary} ${about}`));
  return [...matching.filter(({ id }) => holds(id)), ...matching.filter(({ id }) => !holds(id))];
}
