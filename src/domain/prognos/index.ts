export { arNekad, type Fraga, type Metod, metoder, type Nekad, type Orsak } from "./fraga";
export {
  type Helarsprognos,
  helarsprognos,
  type Intervall,
  type Metodrad,
  metodjamforelse,
  type Skal,
} from "./helarsprognos";
