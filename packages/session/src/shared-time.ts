/** A stretch of time, in seconds. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** A stretch in which the same are present. */
export interface SharedSpan<Key> extends TimeSpan {
  readonly present: readonly Key[];
}

/**
 * Who is present when.
 *
 * @param presences - when each is present; spans of one key do not overlap.
 * @param whole - the time to divide.
 * @returns stretches without a gap between them from the start of the whole to its end; neighbours
 * differ in who is present, who stands in the order of the map. One stretch of no length where the
 * whole has none.
 */
export function sharedTime<Key>(
  presences: ReadonlyMap<Key, readonly TimeSpan[]>,
  whole: TimeSpan,
): SharedSpan<Key>[] {
  const times = [...presences.values()].flatMap((spans) =>
    spans.flatMap(({ start, end }) => [start, end]),
  );
  const within = times.filter((time) => time > whole.start && time < whole.end);
  const borders = [...new Set([whole.start, ...within, whole.end])].sort((a, b) => a - b);
  const result: { start: number; end: number; present: Key[] }[] = [];
  for (const [i, start] of borders.entries()) {
    const end = borders[i + 1] ?? start;
    if (end === start && result.length > 0) continue;
    const present = [...presences].flatMap(([key, spans]) =>
      spans.some((span) => span.start <= start && span.end >= end) ? [key] : [],
    );
    const last = result.at(-1);
    const same =
      last?.present.length === present.length && last.present.every((key, k) => key === present[k]);
    if (last !== undefined && same) last.end = end;
    else result.push({ start, end, present });
  }
  return result;
}

/** How long a condition on who is present holds, in seconds. */
export function secondsWhere<Key>(
  spans: readonly SharedSpan<Key>[],
  holds: (present: readonly Key[]) => boolean,
): number {
  return spans.reduce(
    (sum, { start, end, present }) => (holds(present) ? sum + end - start : sum),
    0,
  );
}
