/** What stands where nothing was measured. */
export const NOTHING = '–';

/** Code of Markdown. */
export const code = (text: string): string => `\`${text}\``;

/** A share of 0–1 in percent, one decimal. */
export function percent(share: number | null | undefined): string {
  return share == null ? NOTHING : `${(share * 100).toFixed(1)} %`;
}

/** A difference of shares in points, with its sign. */
export function points(difference: number): string {
  const text = (difference * 100).toFixed(1);
  if (Number(text) === 0) return '±0.0';
  return difference > 0 ? `+${text}` : text.replace('-', '−');
}

/** A number of fixed decimals. */
export function decimals(value: number | null | undefined, digits: number): string {
  return value == null ? NOTHING : value.toFixed(digits);
}

/** A number of some millions. */
export function millions(value: number | null | undefined): string {
  return value == null ? NOTHING : `${(value / 1e6).toFixed(1)} M`;
}

/**
 * A table of Markdown.
 *
 * @param header - the columns; all but those of `texts` are numbers, aligned to the right.
 * @param texts - how many columns, from the left, are texts.
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  texts = 1,
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = header.map((_, i) => (i < texts ? '---' : '---:'));
  return [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

const escaped = (cell: string) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
