/**
 * Solves `A x = b` for a small symmetric positive definite matrix, by Cholesky's decomposition.
 *
 * @param a - `n × n`, row by row; only the lower triangle is read, and overwritten.
 * @param b - `n` values; holds `x` afterwards.
 * @returns false when the matrix is not positive definite; `b` is then worthless.
 */
export function solvePositiveDefinite(a: Float64Array, b: Float64Array): boolean {
  const n = b.length;
  const at = (row: number, column: number) => a[row * n + column] as number;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = at(row, column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      if (row > column) a[row * n + column] = sum / at(column, column);
      else if (sum > 0) a[row * n + row] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let row = 0; row < n; row++) {
    let sum = b[row] as number;
    for (let k = 0; k < row; k++) sum -= at(row, k) * (b[k] as number);
    b[row] = sum / at(row, row);
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = b[row] as number;
    for (let k = row + 1; k < n; k++) sum -= at(k, row) * (b[k] as number);
    b[row] = sum / at(row, row);
  }
  return true;
}
