import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Frame, PoiseError } from '@poise/core';
import type { FrameSource } from '@poise/media';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analyzeRecording } from '../src/analyze/analyze-recording.js';
import { DetectorSource, type RecordingDetector } from '../src/analyze/detector-source.js';
import { runRecordings } from '../src/analyze/run-recordings.js';
import { findSlot } from '../src/analyze/session-slot.js';
import { VIDEO_SAMPLES } from '../src/doctor/samples.js';
import type { Environment } from '../src/environment.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'poise-run-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const nothing = (): void => undefined;

const environment: Environment = {
  terminal: { print: nothing, note: nothing, stderr: process.stderr },
  progress: { start: nothing, update: nothing, stop: nothing },
  interrupt: { signal: new AbortController().signal, exitCode: () => null, dispose: nothing },
  debug: false,
};

/** A detector that says the same of every frame. */
function detectorThat(
  detectEmotions: RecordingDetector['detectEmotions'],
  dispose: () => void = nothing,
): RecordingDetector {
  return {
    info: { expressionModel: 'test', faceDetector: 'blazeface' },
    detectEmotions,
    reset: () => Promise.resolve(),
    dispose: async () => dispose(),
  };
}

const options = {
  ...{ fps: 10, maxFaces: 1, baseline: undefined, history: null },
  ...{ force: false, reportFailures: false },
};

async function recordings(count: number): Promise<{ file: string; folder: string }[]> {
  const bytes = Buffer.from(VIDEO_SAMPLES[0]?.base64 ?? '', 'base64');
  const entries = Array.from({ length: count }, (_, i) => ({
    file: join(root, `${i}.mp4`),
    folder: join(root, 'out', String(i)),
  }));
  for (const { file } of entries) await writeFile(file, bytes);
  return entries;
}

describe('a detector that breaks', () => {
  test.each(['RUNTIME_FAILED', 'DISPOSED'] as const)(
    'with %s costs its own recording alone: the next starts a new one',
    async (code) => {
      let started = 0;
      let disposed = 0;
      await using detectors = new DetectorSource(async () => {
        started += 1;
        const broken = started === 1;
        return detectorThat(
          () => (broken ? Promise.reject(new PoiseError(code)) : Promise.resolve([])),
          () => {
            disposed += 1;
          },
        );
      });
      const outcomes = await runRecordings(
        await recordings(3),
        { ...options, detectors },
        environment,
      );
      expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'done', 'done']);
      expect([started, disposed]).toEqual([2, 1]);
    },
  );

  test('that cannot be started ends the run', async () => {
    const cannotStart = new PoiseError('MODEL_MISSING', 'x');
    await using detectors = new DetectorSource(() => Promise.reject(cannotStart));
    const run = runRecordings(await recordings(2), { ...options, detectors }, environment);
    await expect(run).rejects.toBe(cannotStart);
  });
});

test('the seconds of the baseline are those in which the face is seen', async () => {
  const emotions = {
    ...{ angry: 0.1, disgust: 0.1, fear: 0.1, happy: 0.1, sad: 0.1, surprise: 0.1 },
    neutral: 0.4,
  };
  // The face is there in every fourth frame alone.
  const detector = detectorThat(async ({ timestamp }) =>
    Math.round(timestamp * 10) % 4 === 0 ? [{ box: [0, 0, 90, 90], emotions }] : [],
  );
  const info = { kind: 'video', duration: 20, frameRate: 30 } as FrameSource['info'];
  const source: FrameSource = {
    info,
    async *frames({ fps = 10, start = 0, end = info.duration } = {}): AsyncGenerator<Frame> {
      for (let i = start * fps; i < end * fps; i += 1) {
        yield { width: 100, height: 100, data: new Uint8Array(30_000), timestamp: i / fps };
      }
    },
    close: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  await mkdir(join(root, 'out'));
  const file = join(root, 'talk.mp4');
  await writeFile(file, '');
  const slot = await findSlot(file, join(root, 'out'));
  const { signal } = environment.interrupt;
  const baseline = { start: 0, end: 8 };
  const summary = await analyzeRecording(source, detector, slot, {
    ...{ fps: 10, maxFaces: 1, baseline, signal },
    onProgress: nothing,
  });
  expect(summary.baseline).toMatchObject({ applied: true, seconds: 2 });
});
