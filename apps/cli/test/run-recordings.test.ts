import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PoiseError } from '@poise/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DetectorSource, type RunDetector } from '../src/analyze/detector-source.js';
import { runRecordings } from '../src/analyze/run-recordings.js';
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
  readFaces: RunDetector['readFaces'],
  dispose: () => void = nothing,
): RunDetector {
  return {
    info: { expressionModel: 'test', faceDetector: 'blazeface' },
    readFaces,
    reset: () => Promise.resolve(),
    dispose: async () => dispose(),
  };
}

const options = {
  ...{ fps: 10, baseline: undefined, history: null },
  ...{ force: false, reportFailures: false, everyoneAgreed: false },
  ...{ facesFollowed: 4, mostRead: 4 },
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
          () =>
            broken
              ? Promise.reject(new PoiseError(code))
              : Promise.resolve({ faces: [], others: [] }),
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
