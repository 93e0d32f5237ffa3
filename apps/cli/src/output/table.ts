/** Where a column's text stands. */
export type Alignment = 'left' | 'right';

/** Two spaces keep columns apart in any font. */
const GAP = '  ';

/**
 * Lays rows out in columns, the header first, with a line under it.
 *
 * @param header - the column titles; their count is the count of columns.
 * @param rows - cells in the same order; a missing cell is empty.
 * @param alignments - for each column; left when missing.
 * @returns lines without trailing spaces, joined by line feeds.
 */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
): string {
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, i) => {
        const cell = cells[i] ?? '';
        return alignments[i] === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(GAP)
      .trimEnd();
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}
