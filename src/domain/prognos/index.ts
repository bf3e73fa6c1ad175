export { arNekad, type Fraga, type Metod, metoder, type Nekad, type Orsak } from "./fraga";
export {
  type Helarsprognos,
  helarsprognos,
  type Intervall,
  type Metodrad,
  metodjamforelse,
  type Skal,
  type Valbar,
} from "./helarsprognos";
export { type Seriemetod, seriemetoder, type Serieprognos, serieprognos } from "./serieprognos";
export { iOmgangar, type Omgangsval } from "./omgangar";
