import type { PeopleSpan } from '@poise/session';

/** A stretch in which a person is in view, in seconds. */
export interface PersonSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * How many people are in view over time.
 *
 * @param spans - of all people, each within the whole.
 * @param whole - from the first frame to the last.
 * @returns stretches without a gap between them, whose neighbours differ in number; one of no length
 * where the whole has none.
 */
export function peopleOverTime(spans: readonly PersonSpan[], whole: PersonSpan): PeopleSpan[] {
  const times = [...spans.flatMap(({ start, end }) => [start, end]), whole.start, whole.end];
  const borders = [...new Set(times)].sort((a, b) => a - b);
  const result: PeopleSpan[] = [];
  for (const [i, start] of borders.entries()) {
    const end = borders[i + 1] ?? start;
    if (end === start && result.length > 0) continue;
    const people = spans.filter((span) => span.start <= start && span.end >= end).length;
    const last = result.at(-1);
    if (last !== undefined && last.people === people) last.end = end;
    else result.push({ start, end, people });
  }
  return result;
}
