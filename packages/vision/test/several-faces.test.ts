import type { Frame } from '@poise/core';
import { loadModel } from '@poise/models';
import { beforeAll, describe, expect, it } from 'vitest';
import { BlazeFaceDetector } from '../src/blazeface.js';
import { FaceMeshReader, meshBox } from '../src/face-mesh.js';
import { FaceTracker, type TrackedFace } from '../src/face-tracker.js';
import { createNodeRuntime } from '../src/onnx-runtime-node.js';
import { FRANCK, remap, videoFrames } from './fixtures.js';
import { crossing, SCENE_FPS, sideBySide } from './two-people.js';

describe('following several faces', () => {
  let detector: BlazeFaceDetector;
  let reader: FaceMeshReader;
  beforeAll(async () => {
    const runtime = createNodeRuntime('cpu');
    const load = async (name: string) => runtime.load((await loadModel(name)).bytes);
    detector = new BlazeFaceDetector(await load('blazeface'), { low: -1, high: 1 });
    reader = new FaceMeshReader(await load('facemesh'), { low: 0, high: 1 });
  });

  const tracker = (maxFaces: number, minFaceSize = 60) =>
    new FaceTracker(detector, reader, { maxFaces, minFaceSize, tracking: true });

  const middle = ({ points }: TrackedFace) => {
    const [x, , width] = meshBox(points);
    return x + width / 2;
  };

  /** The id in each half of a picture, frame by frame; null where no face is followed. */
  async function halves(
    frames: readonly Frame[],
    faces: FaceTracker,
  ): Promise<{ left: (number | null)[]; right: (number | null)[] }> {
    const left: (number | null)[] = [];
    const right: (number | null)[] = [];
    for (const frame of frames) {
      const found = await faces.update(frame);
      const inHalf = (face: TrackedFace) => middle(face) < frame.width / 2;
      left.push(found.find(inHalf)?.id ?? null);
      right.push(found.find((face) => !inHalf(face))?.id ?? null);
    }
    return { left, right };
  }

  const at = (seconds: number) => Math.round(seconds * SCENE_FPS);

  it('keeps the ids of two people while one is gone for a second and a half', async () => {
    const faces = tracker(4);
    const frames = await sideBySide({ from: 3, to: 4.5 });
    const { left, right } = await halves(frames, faces);
    expect(new Set(left)).toEqual(new Set([1]));
    expect(new Set(right.slice(0, at(3)))).toEqual(new Set([2]));
    expect(new Set(right.slice(at(3), at(4.5)))).toEqual(new Set([null]));
    // Found again within two looks of the detector for who is lost.
    expect(new Set(right.slice(at(4.9)))).toEqual(new Set([2]));
    // Also while one is missing, the detector looks at one frame in two at most.
    expect(faces.detectorRuns).toBeLessThanOrEqual(at(8) / 20 + at(2) / 2 + 1);
  });

  it('takes who comes back after two and a half seconds for somebody else', async () => {
    const { left, right } = await halves(await sideBySide({ from: 3, to: 5.5 }), tracker(4));
    expect(new Set(left)).toEqual(new Set([1]));
    expect(new Set(right.slice(0, at(3)))).toEqual(new Set([2]));
    expect(new Set(right.slice(at(3), at(5.5)))).toEqual(new Set([null]));
    expect(new Set(right.slice(at(7.5)))).toEqual(new Set([3]));
  });

  it('gives a picture of half the size the same ids', async () => {
    const half = await sideBySide({ from: 3, to: 4.5, scale: 0.5 });
    expect(half[0]?.width).toBe(372);
    const { left, right } = await halves(half, tracker(4, 30));
    expect(new Set(left)).toEqual(new Set([1]));
    expect(new Set(right.filter((id) => id !== null))).toEqual(new Set([2]));
    expect(right.at(-1)).toBe(2);
  });

  it('keeps the id of a face that is half as large from one frame to the next', async () => {
    const faces = tracker(1, 40);
    const frames = await videoFrames(FRANCK, { fps: SCENE_FPS, start: 20, end: 24 });
    const ids: (number | undefined)[] = [];
    for (const [i, frame] of frames.entries()) {
      const { width, height } = frame;
      const away = (x: number, y: number) => [2 * x - width / 2, 2 * y - height / 2] as const;
      const scene = i < 20 ? frame : remap(frame, width, height, away);
      ids.push((await faces.update(scene))[0]?.id);
    }
    expect(new Set(ids)).toEqual(new Set([1]));
  });

  it('does not swap two people who walk past each other', async () => {
    const faces = tracker(2);
    const { frames, franckX } = await crossing();
    for (const frame of frames) {
      const found = await faces.update(frame);
      const franck = found.find(({ id }) => id === 1);
      expect(franck).toBeDefined();
      if (franck !== undefined) {
        expect(Math.abs(middle(franck) - franckX(frame.timestamp))).toBeLessThan(60);
      }
      expect(found.every(({ id }) => id === 1 || id === 2)).toBe(true);
      // Both are seen but for the second in which one is covered.
      if (frame.timestamp < 2.3 || frame.timestamp > 4) expect(found).toHaveLength(2);
    }
  });

  it('looks for a second person on the slow beat alone while one is there', async () => {
    const faces = tracker(4);
    const frames = await videoFrames(FRANCK, { fps: SCENE_FPS, start: 20, end: 40 });
    for (const frame of frames)
      expect((await faces.update(frame)).map(({ id }) => id)).toEqual([1]);
    expect(faces.detectorRuns).toBeLessThanOrEqual(frames.length / 10);
  });
});
