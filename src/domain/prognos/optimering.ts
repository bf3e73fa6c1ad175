/**
 * The point with the smallest value near `start`: the simplex search of Nelder & Mead (1965), which needs no
 * derivatives. Infinity marks what is not allowed.
 */
export function minimera(
  varde: (punkt: readonly number[]) => number,
  start: readonly number[],
  steg: readonly number[],
): { punkt: readonly number[]; varde: number } {
  const dimension = start.length;
  const ny = (punkt: readonly number[]) => ({ punkt, varde: varde(punkt) });
  let simplex = [start, ...start.map((_, i) => start.map((tal, j) => (i === j ? tal + steg[i] : tal)))].map(
    ny,
  );
  for (let varv = 0; varv < 40; varv++) {
    simplex.sort((a, b) => a.varde - b.varde);
    const [basta, samsta] = [simplex[0], simplex[dimension]];
    if (samsta.varde - basta.varde <= 1e-4 * basta.varde) break;
    const mitt = start.map((_, j) => {
      let ack = 0;
      for (let i = 0; i < dimension; i++) ack += simplex[i].punkt[j];
      return ack / dimension;
    });
    const langs = (t: number) => ny(mitt.map((tal, j) => tal + t * (samsta.punkt[j] - tal)));
    const speglad = langs(-1);
    if (speglad.varde < basta.varde) {
      const langre = langs(-2);
      simplex[dimension] = langre.varde < speglad.varde ? langre : speglad;
    } else if (speglad.varde < simplex[dimension - 1].varde) {
      simplex[dimension] = speglad;
    } else {
      const kortare = langs(speglad.varde < samsta.varde ? -0.5 : 0.5);
      if (kortare.varde < Math.min(speglad.varde, samsta.varde)) simplex[dimension] = kortare;
      else
        simplex = simplex.map((horn) =>
          horn === basta
            ? horn
            : ny(horn.punkt.map((tal, j) => basta.punkt[j] + 0.5 * (tal - basta.punkt[j]))),
        );
    }
  }
  return simplex.reduce((basta, horn) => (horn.varde < basta.varde ? horn : basta));
}

/** Solves Ax = b by Gaussian elimination with pivoting; null when A is (as good as) singular. Overwrites both. */
export function losEkvationer(A: number[][], b: number[]): number[] | null {
  const n = b.length;
  const storst = Math.max(...A.map((rad, i) => Math.abs(rad[i])));
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let j = i + 1; j < n; j++) if (Math.abs(A[j][i]) > Math.abs(A[pivot][i])) pivot = j;
    [A[i], A[pivot]] = [A[pivot], A[i]];
    [b[i], b[pivot]] = [b[pivot], b[i]];
    if (!(Math.abs(A[i][i]) > 1e-12 * storst)) return null;
    for (let j = i + 1; j < n; j++) {
      const faktor = A[j][i] / A[i][i];
      for (let k = i; k < n; k++) A[j][k] -= faktor * A[i][k];
      b[j] -= faktor * b[i];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= A[i][k] * b[k];
    b[i] /= A[i][i];
  }
  return b;
}
