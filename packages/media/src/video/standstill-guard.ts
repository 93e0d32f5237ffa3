import type { Source } from 'mediabunny';

/** No reader of ours asks for the very same bytes this often in a row unless it stands still. */
const MOST_SAME_READS = 1000;

/** What mediabunny's reader asks of a source; its published types leave the method out. */
interface ReadingSource {
  _read(start: number, end: number, ...rest: unknown[]): unknown;
}

/**
 * Makes a source fail when its reader asks for the same bytes without end.
 *
 * mediabunny 1.61.0, looking for the next element after damage in a Matroska or WebM file, stands
 * still at the last eight bytes of its search and never yields, so that neither an abort nor Ctrl-C
 * gets in. The file's reader turns the failure into what any other damage is.
 */
export function guardAgainstStandstill<S extends Source>(source: S): S {
  const reading = source as unknown as ReadingSource;
  const read = reading._read.bind(source);
  let lastStart = -1;
  let lastEnd = -1;
  let same = 0;
  reading._read = (start, end, ...rest) => {
    same = start === lastStart && end === lastEnd ? same + 1 : 0;
    lastStart = start;
    lastEnd = end;
    if (same > MOST_SAME_READS) throw new Error(`the reader stands still at byte ${start}`);
    return read(start, end, ...rest);
  };
  return source;
}
