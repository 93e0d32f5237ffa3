/**
 * A small seeded random number generator (Mulberry32, Tommy Ettinger 2017, public domain): the same
 * seed gives the same numbers on every machine.
 *
 * @param seed - any integer; only its low 32 bits count.
 * @returns a function that gives the next number in 0–1, 1 excluded.
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
