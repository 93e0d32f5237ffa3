import type { Frame } from '@poise/core';
import { loadModel } from '@poise/models';
import { beforeAll, describe, expect, it } from 'vitest';
import { BlazeFaceDetector } from '../src/blazeface.js';
import { FaceMeshReader, meshBounds } from '../src/face-mesh.js';
import { FaceTracker } from '../src/face-tracker.js';
import { createNodeRuntime } from '../src/onnx-runtime-node.js';
import { FRANCK, paint, remap, videoFrames } from './fixtures.js';

describe('following a face', () => {
  let detector: BlazeFaceDetector;
  let reader: FaceMeshReader;
  beforeAll(async () => {
    const runtime = createNodeRuntime('cpu');
    const load = async (name: string) => runtime.load((await loadModel(name)).bytes);
    detector = new BlazeFaceDetector(await load('blazeface'), { low: -1, high: 1 });
    reader = new FaceMeshReader(await load('facemesh'), { low: 0, high: 1 });
  });

  const track = (maxFaces: number) =>
    new FaceTracker(detector, reader, { maxFaces, minFaceSize: 60, tracking: true });

  it('runs the detector in few frames while the face stays', async () => {
    const tracker = track(1);
    const frames = await videoFrames(FRANCK, { fps: 10, start: 20, end: 40 });
    for (const frame of frames) expect(await tracker.update(frame)).toHaveLength(1);
    expect(tracker.detectorRuns).toBeGreaterThan(1);
    // One look every two seconds, and one at the start.
    expect(tracker.detectorRuns).toBeLessThanOrEqual(11);
  });

  it('lets the face go when it leaves and finds it at once when it returns', async () => {
    const tracker = track(1);
    const frames = await videoFrames(FRANCK, { fps: 10, start: 0, end: 3 });
    const wall = (frame: Frame) =>
      paint(frame.width, frame.height, () => [60, 110, 220], frame.timestamp);
    for (const [i, frame] of frames.entries()) {
      const away = i >= 10 && i < 20;
      expect(await tracker.update(away ? wall(frame) : frame)).toHaveLength(away ? 0 : 1);
    }
  });

  it('finds a second face that joins within two seconds', async () => {
    const tracker = track(4);
    const frames = await videoFrames(FRANCK, { fps: 5, start: 0, end: 6 });
    const found: number[] = [];
    for (const [i, frame] of frames.entries()) {
      const pair = remap(frame, frame.width * 2, frame.height, (x, y) =>
        x < frame.width || i >= 10 ? [x % frame.width, y] : [-1, -1],
      );
      found.push((await tracker.update(pair)).length);
    }
    expect(found.slice(0, 10)).toEqual(Array(10).fill(1));
    expect(found.slice(20)).toEqual(Array(found.length - 20).fill(2));
  });

  it('leaves a small face that came first for the large one that joins', async () => {
    const tracker = track(1);
    const frames = await videoFrames(FRANCK, { fps: 5, start: 0, end: 6 });
    const widths: number[] = [];
    for (const [i, frame] of frames.entries()) {
      // A face of half the size stands at the left; after one second one of full size joins.
      const scene = remap(frame, frame.width * 2, frame.height, (x, y) => {
        if (x < frame.width / 2) return [x * 2, y * 2];
        return i >= 5 && x >= frame.width ? [x - frame.width, y] : [-1, -1];
      });
      const [mesh] = await tracker.update(scene);
      if (mesh === undefined) continue;
      const { left, right } = meshBounds(mesh.points, 0);
      widths.push(right - left);
    }
    expect(widths).toHaveLength(frames.length);
    for (const width of widths.slice(0, 5)) expect(width).toBeLessThan(80);
    for (const width of widths.slice(16)) expect(width).toBeGreaterThan(110);
  });

  it('stays with its face when another of the same size joins', async () => {
    const tracker = track(1);
    const frames = await videoFrames(FRANCK, { fps: 5, start: 0, end: 6 });
    for (const [i, frame] of frames.entries()) {
      const pair = remap(frame, frame.width * 2, frame.height, (x, y) =>
        x >= frame.width || i >= 5 ? [x % frame.width, y] : [-1, -1],
      );
      const [mesh] = await tracker.update(pair);
      expect(meshBounds(mesh?.points ?? new Float32Array(), 0).left).toBeGreaterThan(frame.width);
    }
  });

  it('follows the face where it is, not where it was', async () => {
    const tracker = track(1);
    const frames = await videoFrames(FRANCK, { fps: 10, start: 0, end: 2 });
    for (const [i, frame] of frames.entries()) {
      const shift = i * 4;
      const moved = remap(frame, frame.width, frame.height, (x, y) => [x - shift + 40, y]);
      const [mesh] = await tracker.update(moved);
      const [still] = await track(1).update(moved);
      const center = (points: Float32Array | undefined) => {
        const { left, right } = meshBounds(points ?? new Float32Array(), 0);
        return (left + right) / 2;
      };
      expect(Math.abs(center(mesh?.points) - center(still?.points))).toBeLessThan(5);
    }
  });
});
