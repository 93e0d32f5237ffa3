/** The values that a minute has: two a second. */
export const LINE_VALUES = 120;

/** The score at the lower edge of the drawing: below it lies next to no face. */
const FLOOR = 0.3;

/**
 * The confidence of the last minute as the path of a line in a square of 100 by 100; the newest
 * value is at the right edge. It breaks where no face was seen.
 *
 * @param line - scores of 0–1 or null, oldest first.
 */
export function linePath(line: readonly (number | null)[]): string {
  const first = LINE_VALUES - line.length;
  let pen = 'M';
  return line
    .map((score, i) => {
      if (score === null) {
        pen = 'M';
        return '';
      }
      const x = ((first + i) / (LINE_VALUES - 1)) * 100;
      const share = Math.max(0, (score - FLOOR) / (1 - FLOOR));
      const step = `${pen}${x.toFixed(2)} ${(100 - share * 100).toFixed(2)}`;
      pen = 'L';
      return step;
    })
    .join('');
}
