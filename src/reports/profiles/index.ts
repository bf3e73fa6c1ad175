import type { Profil } from "../profil";
import { askersund } from "./askersund";
import { huddinge } from "./huddinge";
import { orebro } from "./orebro";

/** The profiles that ship; the user's own is kept in the workbook. */
export const profiler: readonly Profil[] = [orebro, askersund, huddinge];
