import { EMOTIONS, type Emotion, type EmotionScores, PoiseError } from '@poise/core';
import { describe, expect, test } from 'vitest';
import {
  analyzeRecording,
  type FrameMoment,
  type ObservedFace,
  type RecordedFrames,
  type RecordingDetector,
  type RecordingOptions,
} from '../src/index.js';

const SECONDS = 20;

function scores(shown: Emotion): EmotionScores {
  return Object.fromEntries(
    EMOTIONS.map((emotion) => [emotion, emotion === shown ? 0.4 : 0.1]),
  ) as EmotionScores;
}

/** Frames without pixels: the analysis looks at their size and time alone. */
function recording(
  info: RecordedFrames<FrameMoment>['info'] = { duration: SECONDS, frameRate: 30 },
): RecordedFrames<FrameMoment> {
  return {
    info,
    async *frames({ fps, signal, start = 0, end = SECONDS }) {
      for (let i = Math.ceil(start * fps); i < end * fps; i += 1) {
        if (signal.aborted) throw new PoiseError('CANCELLED');
        yield { width: 100, height: 100, timestamp: i / fps };
      }
    },
  };
}

interface WatchedDetector extends RecordingDetector<FrameMoment> {
  resets: number;
}

function detectorThat(
  sees: (timestamp: number) => readonly ObservedFace[] | Promise<readonly ObservedFace[]>,
): WatchedDetector {
  return {
    resets: 0,
    info: { expressionModel: 'test', faceDetector: 'blazeface' },
    detectEmotions: async ({ timestamp }) => sees(timestamp),
    async reset() {
      this.resets += 1;
    },
  };
}

const face = (box: ObservedFace['box'] = [5, 5, 90, 90]): ObservedFace => ({
  box,
  emotions: scores('neutral'),
});

const identity = { name: 'talk.mp4', sessionId: '20260105_090703', startedAt: new Date(0) };

const options: RecordingOptions = {
  ...{ fps: 10, maxFaces: 1, baseline: undefined },
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

describe('the analysis of a recording', () => {
  test('says where the session comes from, and counts frames with and without a face', async () => {
    const done: number[] = [];
    const detector = detectorThat((time) => (time < 15 ? [face()] : []));
    const onProgress = (seconds: number) => done.push(seconds);
    const summary = await analyzeRecording(recording(), detector, identity, {
      ...options,
      onProgress,
    });
    expect(summary).toMatchObject({
      session_id: '20260105_090703',
      source: { kind: 'recording', name: 'talk.mp4' },
      frames_analyzed: 150,
    });
    expect(summary.face_detection_rate).toBeCloseTo(0.75, 1);
    expect(done).toHaveLength(200);
    expect(done.at(-1)).toBeCloseTo(19.9, 5);
  });

  test('keeps to one of several faces', async () => {
    const detector = detectorThat(() => [face([5, 5, 20, 20]), face([40, 40, 50, 50])]);
    const summary = await analyzeRecording(recording(), detector, identity, {
      ...options,
      maxFaces: 2,
    });
    expect(summary.frames_analyzed).toBe(200);
    expect(summary.face_stability).toBe(1);
  });

  test('ends with CANCELLED when its signal is aborted', async () => {
    const cancel = new AbortController();
    const onProgress = (seconds: number) => seconds > 3 && cancel.abort();
    const run = analyzeRecording(
      recording(),
      detectorThat(() => [face()]),
      identity,
      {
        ...options,
        signal: cancel.signal,
        onProgress,
      },
    );
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  test('ends with what the detector throws', async () => {
    const broken = new PoiseError('RUNTIME_FAILED');
    const detector = detectorThat(() => Promise.reject(broken));
    await expect(analyzeRecording(recording(), detector, identity, options)).rejects.toBe(broken);
  });
});

describe('the baseline of a recording', () => {
  test('lasts for the seconds in which the face is really seen', async () => {
    const everyFourth = detectorThat((time) => (Math.round(time * 10) % 4 === 0 ? [face()] : []));
    const baseline = { start: 0, end: 8 };
    const summary = await analyzeRecording(recording(), everyFourth, identity, {
      ...options,
      baseline,
    });
    expect(summary.baseline).toMatchObject({ applied: true, seconds: 2 });
    // Before the baseline and after it: no face of one reading is followed into the next.
    expect(everyFourth.resets).toBe(2);
  });

  test('beyond the end of the recording, or without a face, is named and refused', async () => {
    const refused = (range: { start: number; end: number }, baselineName?: string) =>
      analyzeRecording(
        recording(),
        detectorThat(() => []),
        identity,
        {
          ...options,
          baseline: range,
          ...(baselineName === undefined ? {} : { baselineName }),
        },
      );
    await expect(refused({ start: 100, end: 200 })).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      detail: 'baseline 100-200',
      hint: 'The recording ends after 20 s: give a stretch within it.',
    });
    await expect(refused({ start: 0, end: 5 }, '--baseline')).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      detail: '--baseline 0-5',
      hint: expect.stringContaining('No face is seen'),
    });
  });

  test('of a recording that states no length is judged by its frames', async () => {
    const endless = recording({ duration: 0, frameRate: null });
    const summary = await analyzeRecording(
      endless,
      detectorThat(() => [face()]),
      identity,
      {
        ...options,
        baseline: { start: 0, end: 4 },
      },
    );
    expect(summary.baseline).toMatchObject({ applied: true, seconds: 4 });
  });
});
