import { cellAddress } from "../workbook/address";

/** A cell of the workbook; row and column are sheet positions, zero-based. */
export interface CellPlace {
  blad: string;
  row: number;
  column: number;
}

export const placeKey = ({ blad, row, column }: CellPlace): string => `${blad}!${row},${column}`;

export const placeAddress = ({ blad, row, column }: CellPlace) => ({ blad, cell: cellAddress(row, column) });

export const samePlace = (a: CellPlace, b: CellPlace): boolean =>
  a.row === b.row && a.column === b.column && a.blad === b.blad;
