import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smileShape, smileSignal } from '../src/smile-signal.js';
import { face, session } from './helpers.js';
import { act, type Doing, type Script, smileCourse } from './synthetic-person.js';

function summaryOf(doing: (time: number) => Doing, script: Partial<Script> = {}) {
  return act({ fps: 10, seconds: 60, ...script }, doing).getSessionSummary();
}

const every15 = (phases: readonly [number, number, number]) => (time: number) => ({
  smile: smileCourse((time % 15) - 5, phases),
});

test('a smile has its phases, at 8 and at 60 frames a second', () => {
  for (const fps of [8, 10, 30, 60]) {
    const { moments } = summaryOf(every15([0.9, 2, 1.1]), { fps });
    const smiles = moments.filter(({ kind }) => kind === 'smile');
    expect(smiles).toHaveLength(4);
    for (const smile of smiles) {
      expect(smile.duration_seconds).toBeCloseTo(smile.end - smile.start, 2);
      // Half a cosine rises faster in its middle, from which the whole is told.
      expect(smile.onset_seconds).toBeGreaterThan(0.4);
      expect(smile.onset_seconds).toBeLessThan(1.1);
      expect(smile.offset_seconds).toBeGreaterThan(0.5);
      expect(smile.offset_seconds).toBeLessThan(1.3);
      expect(smile.apex_seconds).toBeGreaterThan(1.7);
      expect(smile.apex_seconds).toBeLessThan(2.9);
    }
  }
});

test('a smile that is switched on and off is told from one that comes and goes', () => {
  for (const fps of [8, 10, 60]) {
    const slow = summaryOf(every15([0.9, 1.5, 1.1]), { fps }).presence?.smile_dynamics;
    const fast = summaryOf(every15([0.2, 1.5, 0.2]), { fps }).presence?.smile_dynamics;
    expect(slow?.value).toBeGreaterThan(0.5);
    expect(fast?.value).toBeLessThan(0.3);
    expect(slow?.interval?.lower).toBeGreaterThan(fast?.interval?.upper ?? 1);
  }
});

test('a smile that swells and fades over many seconds has no onset that could be timed', () => {
  const swelling = (phases: readonly [number, number, number]) =>
    summaryOf((time) => ({ smile: smileCourse(time % 30, phases) })).moments.map(
      ({ onset_seconds }) => onset_seconds,
    );
  expect(swelling([12, 2, 1])).toEqual([null, null]);
  expect(swelling([1, 2, 12])).toEqual([null, null]);
  expect(swelling([1, 12, 1])).not.toContain(null);
});

test('two smiles without rest between them are not timed as one, and one that wavers is', () => {
  /** Two heights of 0.7 s, and between them a dip of the mouth. */
  const twice = (dip: number) =>
    summaryOf((time) => {
      const [first, second] = [0, 1.7].map((later) =>
        smileCourse((time % 15) - 5 - later, [0.5, 0.7, 0.5]),
      ) as [number, number];
      const inBetween = time % 15 > 5.5 && time % 15 < 7.1 ? dip : 0;
      return { smile: Math.max(first, second, inBetween) };
    }).moments.filter(({ kind }) => kind === 'smile');
  for (const dip of [0.3, 0.4]) {
    expect(twice(dip).length).toBeGreaterThanOrEqual(4);
    for (const smile of twice(dip)) expect(smile.onset_seconds, `${dip}`).toBeNull();
  }
  expect(twice(0.75)).toHaveLength(4);
  for (const { onset_seconds, apex_seconds } of twice(0.75)) {
    expect(onset_seconds).toBeLessThan(0.8);
    expect(apex_seconds).toBeGreaterThan(1.9);
  }
});

test('the shape of speech is no smile, and neither is the expression without the shape', () => {
  const speaking = summaryOf((time) => ({ speak: (1 + Math.sin(time * 20)) / 2 }));
  expect(speaking.moments.filter(({ kind }) => kind === 'smile')).toEqual([]);
  expect(smileSignal(0.9, 0)).toBe(0);
  expect(smileSignal(0.02, 1)).toBeLessThan(0.3);
  expect(smileSignal(0.6, null)).toBe(0.6);
});

test('the signal of a smile lies in 0–1 and grows with expression, width and lift', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const any = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, any, any, any, (happy, width, lift, more) => {
      const rest = { width: 1, cornerLift: 0 };
      const shape = (w: number, l: number) =>
        smileShape({ width: 1 + w, cornerLift: l, opening: 0 }, rest);
      const signal = smileSignal(happy, shape(width, lift));
      expect(signal).toBeGreaterThanOrEqual(0);
      expect(signal).toBeLessThanOrEqual(1);
      expect(smileSignal(happy, shape(width + Math.abs(more), lift))).toBeGreaterThanOrEqual(
        signal,
      );
      expect(smileSignal(happy, shape(width, lift + Math.abs(more)))).toBeGreaterThanOrEqual(
        signal,
      );
    }),
  );
});

test('without a mouth smiles are found as before, and their phases are not known', () => {
  const happy = (time: number) => face({ happy: time % 15 > 5 && time % 15 < 8 ? 0.9 : 0.02 });
  const { moments, presence } = session(10, 60, happy).getSessionSummary();
  const smiles = moments.filter(({ kind }) => kind === 'smile');
  expect(smiles).toHaveLength(4);
  for (const smile of smiles) expect(smile.onset_seconds).toBeNull();
  expect(presence?.smile_dynamics).toMatchObject({ value: null, reason: 'no_details' });
});

test('a person who smiles while the mouth at rest is learned keeps their smiles', () => {
  const { moments } = summaryOf((time) => ({ smile: time < 30 ? 1 : 0 }), { rested: false });
  const [smile] = moments;
  expect(smile?.kind).toBe('smile');
  expect(smile?.end).toBeGreaterThan(28);
});

test('smiles at the start and the end frame a session, and smiles in the middle do not', () => {
  const between = (from: number, to: number) => (time: number) => ({
    smile: time >= from && time < to ? 1 : 0,
  });
  const placed = (doing: (time: number) => Doing, fps: number) =>
    summaryOf(doing, { fps, seconds: 120 }).presence?.smile_placement;
  for (const fps of [8, 60]) {
    const framed = placed((time) => ({ smile: time < 10 || time > 108 ? 1 : 0 }), fps);
    expect(framed?.value).toBeGreaterThan(0.35);
    expect(framed?.shares?.middle).toBe(0);
    expect(framed?.shares?.start).toBeGreaterThan(0.3);
    const middle = placed(between(50, 70), fps);
    expect(middle?.value).toBeLessThan(-0.2);
    expect(middle?.interval?.lower).toBeLessThan(middle?.value ?? -1);
  }
  expect(placed(() => ({}), 10)).toMatchObject({ value: null, reason: 'no_smiles' });
  const short = summaryOf(between(0, 5), { seconds: 30 }).presence?.smile_placement;
  expect(short).toMatchObject({ value: null, shares: null, reason: 'session_too_short' });
});
