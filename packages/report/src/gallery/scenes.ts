import type { Happening, Scene } from './stream.js';

const smile = (start: number, seconds = 3): Happening => ({
  kind: 'smile',
  start,
  end: start + seconds,
});
const tension = (start: number, seconds = 5): Happening => ({
  kind: 'tension',
  start,
  end: start + seconds,
});
const away = (start: number, end: number): Happening => ({ kind: 'away', start, end });

/** Goes smoothly from one value to another between two times. */
function ramp(time: number, from: number, to: number, begin: number, end: number): number {
  const share = Math.min(1, Math.max(0, (time - begin) / (end - begin)));
  return from + (to - from) * share * share * (3 - 2 * share);
}

/** Forty smiles and tension moments in ten minutes, some of them close together. */
function manyHappenings(): Happening[] {
  return Array.from({ length: 40 }, (_, i) => {
    const start = 8 + i * 14.5 + ((i * 7) % 5);
    return i % 3 === 0 ? tension(start, 4) : smile(start, 2);
  });
}

/** The sessions of the gallery, named by what they show. */
export const SCENES = {
  'strong-growth': {
    seconds: 240,
    ease: (t) => ramp(t, -0.6, 0.5, 0, 240),
    happenings: [tension(22), smile(128), smile(205, 4)],
    seed: 1,
  },
  'weak-start': {
    seconds: 200,
    ease: (t) => ramp(t, -0.75, 0.05, 42, 64),
    happenings: [smile(96), smile(160, 4)],
    seed: 2,
  },
  'strong-finish': {
    seconds: 200,
    ease: (t) => ramp(t, -0.12, 0.45, 132, 150),
    happenings: [tension(52, 4), smile(176, 5)],
    seed: 3,
  },
  'fading-finish': {
    seconds: 220,
    ease: (t) => ramp(t, 0.2, -0.55, 140, 185),
    happenings: [smile(12), smile(70)],
    seed: 4,
  },
  steady: {
    seconds: 180,
    ease: () => 0.02,
    happenings: [smile(3), smile(88)],
    seed: 5,
  },
  'low-all-through': {
    seconds: 150,
    ease: () => -1.15,
    seed: 6,
  },
  'too-little-evidence': {
    seconds: 60,
    ease: () => 0,
    happenings: [away(8, 25), away(31, 60)],
    seed: 7,
  },
  'no-face-at-all': {
    seconds: 30,
    ease: () => 0,
    happenings: [away(0, 31)],
    seed: 8,
  },
  'one-long-absence': {
    seconds: 180,
    ease: () => 0.03,
    happenings: [smile(14), away(74, 112), tension(150, 4)],
    seed: 9,
  },
  'missing-middle': {
    seconds: 120,
    ease: () => 0.1,
    happenings: [away(39, 81)],
    seed: 10,
  },
  'two-second-session': {
    seconds: 2,
    ease: () => 0,
    seed: 11,
  },
  'twelve-second-session': {
    seconds: 12,
    ease: () => 0.1,
    happenings: [smile(4, 2)],
    seed: 12,
  },
  'one-hour': {
    seconds: 3600,
    ease: (t) => 0.25 * Math.sin(t / 500) - 0.1,
    happenings: [smile(310, 6), tension(1210, 12), smile(1900), away(2400, 2460), tension(3105, 9)],
    seed: 13,
  },
  'many-moments': {
    seconds: 600,
    ease: (t) => 0.25 * Math.sin(t / 40) - 0.1,
    happenings: manyHappenings(),
    seed: 14,
  },
  'four-questions': {
    seconds: 210,
    ease: (t) => ramp(t, -0.3, 0.3, 60, 150),
    happenings: [tension(24), smile(98, 4), away(191, 211)],
    questions: [
      { prompt: 'Tell me about yourself.', start: 2 },
      { prompt: 'Describe a conflict at work and how you dealt with it.', start: 62 },
      { prompt: 'Why do you want to work for us?', start: 130 },
      { prompt: 'Do you have any questions for us?', start: 190 },
    ],
    seed: 16,
  },
  'spoken-to-the-camera': {
    seconds: 180,
    ease: () => 0.02,
    happenings: [smile(3, 4), smile(12), smile(92), smile(160, 4), smile(172, 4)],
    details: {
      away: [
        [30, 36],
        [75, 82],
        [130, 134],
      ],
      nods: [9, 22, 41, 50, 64, 88, 101, 119, 140, 151, 166],
      calibrated: true,
    },
    seed: 17,
  },
  'looked-away-in-poor-light': {
    seconds: 180,
    ease: () => 0,
    happenings: [smile(80, 6), smile(96, 5), smile(108, 4)],
    details: {
      away: Array.from({ length: 10 }, (_, i) => [18 + i * 16, 31 + i * 16] as const),
      offCentre: [[30, 180]],
      poor: [
        [40, 50, 'exposure'],
        [120, 124, 'size'],
      ],
      calibrated: false,
    },
    seed: 18,
  },
  'too-dark-to-read': {
    seconds: 90,
    ease: () => 0,
    details: { poor: [[10, 90, 'exposure']], calibrated: true },
    seed: 19,
  },
  'no-boxes': {
    seconds: 90,
    ease: () => 0,
    boxes: false,
    seed: 15,
  },
} as const satisfies Readonly<Record<string, Scene>>;

/** The name of a session of the gallery. */
export type SceneName = keyof typeof SCENES;
