import type { Rapport } from "./rapport";
import { resultatVerksamhet } from "./resultatVerksamhet";

/** Every standard report, in the order of a delårsrapport. */
export const katalog: readonly Rapport[] = [resultatVerksamhet];

export const rapportMedId = (id: string): Rapport | undefined => katalog.find((rapport) => rapport.id === id);
