/**
 * Writes a picture's mirror image over it.
 *
 * @param values - of one or several channels, row by row.
 * @param width - of a row.
 */
export function mirrorRows(values: Float32Array, width: number): void {
  for (let start = 0; start < values.length; start += width) {
    values.subarray(start, start + width).reverse();
  }
}
