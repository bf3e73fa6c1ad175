/** What fewer or more than budgeted cost, at the budgeted price. Plus = cheaper. */
export function volymavvikelse(budgetvolym: number, utfallsvolym: number, budgetpris: number): number {
  return (budgetvolym - utfallsvolym) * budgetpris;
}

/** What another price than the budgeted cost, for the volume there was. Plus = cheaper. With volymavvikelse: the cost variance. */
export function prisavvikelse(utfallsvolym: number, budgetpris: number, utfallspris: number): number {
  return utfallsvolym * (budgetpris - utfallspris);
}
