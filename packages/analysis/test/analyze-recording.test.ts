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
    readFaces: async ({ timestamp }, choose) => {
      const seen = await sees(timestamp);
      const chosen = choose(seen);
      return {
        faces: seen.filter(({ id }) => chosen.includes(id)),
        others: seen.filter(({ id }) => !chosen.includes(id)),
      };
    },
    async reset() {
      this.resets += 1;
    },
  };
}

const face = (box: ObservedFace['box'] = [5, 5, 90, 90], id = 1): ObservedFace => ({
  id,
  box,
  emotions: scores('neutral'),
});

const identity = { name: 'talk.mp4', sessionId: '20260105_090703', startedAt: new Date(0) };

const options: RecordingOptions = {
  ...{ fps: 10, baseline: undefined },
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

describe('the analysis of a recording', () => {
  test('keeps the times of a recording whose first pictures cannot be read', async () => {
    const whole = recording();
    const damaged: RecordedFrames<FrameMoment> = {
      info: whole.info,
      async *frames(asked) {
        for await (const frame of whole.frames(asked))
          if (frame.timestamp >= 5 && (frame.timestamp < 9 || frame.timestamp >= 12)) yield frame;
      },
    };
    const summary = await analyzeRecording(
      damaged,
      detectorThat(() => [face()]),
      identity,
      options,
    );
    expect(summary.session_duration).toBeCloseTo(19.9, 6);
    expect(summary.without_pictures).toEqual([
      { start: 0, end: 5 },
      { start: 8.9, end: 12 },
    ]);
    expect(summary.absences).toEqual(summary.without_pictures);
  });

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
    const detector = detectorThat(() => [face([5, 5, 20, 20]), face([40, 40, 50, 50], 2)]);
    const summary = await analyzeRecording(recording(), detector, identity, options);
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

/** Details of a face that looks at the camera, as a detector gives them. */
const details = (quality = 0.9): NonNullable<ObservedFace['details']> => ({
  pose: { yaw: 0, pitch: 0, roll: 0 },
  eyes: null,
  mouth: { width: 0.9, cornerLift: 0, opening: 0.02 },
  quality: {
    value: quality,
    aspects: { size: 1, sharpness: 1, exposure: quality, contrast: 1, pose: 1, occlusion: 1 },
  },
});

describe('what a face shows beside its expression', () => {
  test('goes to the session with the size of the frame', async () => {
    const detector = detectorThat(() => [{ ...face([40, 30, 20, 20]), details: details() }]);
    const { presence } = await analyzeRecording(recording(), detector, identity, options);
    expect(presence?.face_centred.value).toBe(1);
    expect(presence?.head_nods.value).toBe(0);
  });

  test('of a poor picture is seen and does not count', async () => {
    const detector = detectorThat((time) => [
      { ...face(), details: details(time < 5 ? 0.1 : 0.9) },
    ]);
    const summary = await analyzeRecording(recording(), detector, identity, options);
    expect(summary.frames_analyzed).toBe(200);
    expect(summary.quality_gate).toMatchObject({ frames_left_out: 50, share_left_out: 0.25 });
  });
});

describe('a recording without a given baseline', () => {
  const restless = (time: number): ObservedFace => ({
    id: 1,
    box: [5, 5, 90, 90],
    emotions: scores(time >= 8 && time < 14 ? 'sad' : Math.sin(4 * time) > 0 ? 'happy' : 'neutral'),
  });

  test('takes the calmest stretch, and says which', async () => {
    const detector = detectorThat((time) => [restless(time)]);
    const { baseline } = await analyzeRecording(recording(), detector, identity, options);
    expect(baseline).toMatchObject({ applied: true, source: 'calmest_stretch' });
    expect(baseline.start).toBeGreaterThanOrEqual(7.5);
    expect(baseline.end).toBeLessThanOrEqual(14.5);
    expect(baseline.shift?.sad).toBeLessThan(0);
  });

  test('shifts nothing when told to, and when no stretch is calm', async () => {
    const told = await analyzeRecording(
      recording(),
      detectorThat((time) => [restless(time)]),
      identity,
      { ...options, baseline: 'none' },
    );
    expect(told.baseline).toMatchObject({ applied: false, source: 'none' });
    const never = await analyzeRecording(
      recording(),
      detectorThat(() => []),
      identity,
      options,
    );
    expect(never.baseline).toMatchObject({ applied: false, source: 'none' });
  });

  test('is given by the person before it is looked for', async () => {
    const { baseline } = await analyzeRecording(
      recording(),
      detectorThat((time) => [restless(time)]),
      identity,
      { ...options, baseline: { start: 2, end: 6 } },
    );
    expect(baseline).toMatchObject({ source: 'given', start: 2, end: 6, seconds: 4 });
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
  });

  test('is that of the candidate, also where somebody else alone is in view', async () => {
    const sad = { ...face([55, 40, 40, 40], 2), emotions: scores('sad') };
    const detector = detectorThat((time) => [...(time < 10 ? [face()] : []), sad]);
    const baseline = { start: 5, end: 15 };
    const summary = await analyzeRecording(recording(), detector, identity, {
      ...options,
      baseline,
    });
    expect(summary.baseline).toMatchObject({ source: 'given', seconds: 5 });
    expect(summary.baseline.shift?.sad).toBe(summary.baseline.shift?.angry);
    const alone = { ...options, baseline: { start: 11, end: 15 } };
    await expect(analyzeRecording(recording(), detector, identity, alone)).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      detail: 'baseline 11-15',
    });
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

  test('of a moment, or of a face that is hardly seen in it, is refused', async () => {
    const refused = (range: { start: number; end: number }) =>
      analyzeRecording(
        recording(),
        detectorThat((time) => (time < 4.5 ? [face()] : [])),
        identity,
        { ...options, baseline: range },
      );
    for (const range of [
      { start: 0, end: 0.1 },
      { start: 3, end: 8 },
    ])
      await expect(refused(range)).rejects.toMatchObject({
        code: 'OPTION_INVALID',
        hint: expect.stringMatching(/can be read for only (0\.1|1\.5) s .* for 2 s or more/),
      });
    expect((await refused({ start: 2, end: 8 })).baseline).toMatchObject({ seconds: 2.5 });
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
