/** No line of the report is longer: it fits any terminal and any printer. */
export const COLUMNS = 80;

/** Width of the column of names, in characters. */
const LABEL_COLUMNS = 26;

/** Breaks a text into lines; a number stays beside its unit. Words longer than a line are cut. */
export function wrapColumns(text: string, columns = COLUMNS): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text
    .split(/\s+(?!%|s(?![\p{L}\p{N}]))/u)
    .flatMap((word) => word.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? []);
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A paragraph. */
export function paragraph(text: string): string[] {
  return wrapColumns(text);
}

/** A name and what it is; a long value goes on under itself. */
export function field(label: string, value: string): string[] {
  const lines = wrapColumns(value, COLUMNS - LABEL_COLUMNS);
  return lines.map((line, i) => `${(i === 0 ? label : '').padEnd(LABEL_COLUMNS)}${line}`);
}

/** An item of a numbered list: a heading, and its text set in under it. */
export function item(number: number, title: string, text: string): string[] {
  const mark = `${number}. `;
  const indent = ' '.repeat(mark.length);
  return [
    ...wrapColumns(title, COLUMNS - mark.length).map(
      (line, i) => `${i === 0 ? mark : indent}${line}`,
    ),
    ...wrapColumns(text, COLUMNS - mark.length).map((line) => `${indent}${line}`),
  ];
}

/** Rows under their headings; the columns are as wide as their widest cell. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((heading, i) =>
    Math.max(heading.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  return [headings, ...rows].map((row) =>
    row
      .map((cell, i) => cell.padEnd((widths[i] ?? 0) + 3))
      .join('')
      .trimEnd(),
  );
}

/** A section with its number and title. */
export function section(number: number, title: string, ...parts: readonly string[][]): string {
  const heading = `${number}. ${title}`;
  const body = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
  return [`${heading}\n${'-'.repeat(heading.length)}`, ...body].join('\n\n');
}
