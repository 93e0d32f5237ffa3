import { EMOTIONS } from '@poise/core';
import { describe, expect, it } from 'vitest';
import { ExpressionFollower } from '../src/expression-follower.js';
import type { CropReader } from '../src/expression-reader.js';

/** Crops of two pixels a side: what the left column is brighter is happy, the rest is neutral. */
const SIDE = 2;
const crop = (left: number, right: number) => [left, right, left, right];

/** A model that sees a face and its mirror image as different as can be, and counts what it reads. */
class LopsidedReader implements CropReader {
  readonly cropSize = SIDE;
  readonly counts: number[] = [];

  async readCrops(crops: Float32Array, count: number) {
    this.counts.push(count);
    const probabilities = new Float32Array(count * EMOTIONS.length);
    for (let i = 0; i < count; i++) {
      const [left = 0, right = 0] = crops.subarray(i * SIDE * SIDE);
      probabilities[i * EMOTIONS.length + EMOTIONS.indexOf('happy')] = left / (left + right);
      probabilities[i * EMOTIONS.length + EMOTIONS.indexOf('neutral')] = right / (left + right);
    }
    return { probabilities, fer2013: null };
  }
}

const happyOf = async (
  follower: ExpressionFollower,
  faces: Readonly<Record<number, readonly number[]>>,
  timestamp: number,
  quality = 1,
) => {
  const ids = Object.keys(faces).map(Number);
  const crops = Float32Array.from(Object.values(faces).flat());
  const clear = ids.map((id) => ({ id, quality }));
  return (await follower.read(crops, clear, timestamp)).map(({ emotions }) => emotions.happy);
};

describe('the expressions of faces that are followed', () => {
  it('are those of the face and its mirror image from the first frame on, by one look a frame', async () => {
    const reader = new LopsidedReader();
    const follower = new ExpressionFollower(reader, true);
    for (let i = 0; i < 5; i++) {
      const [happy] = await happyOf(follower, { 1: crop(80, 20) }, i / 15);
      expect(happy).toBeCloseTo(0.5, 5);
    }
    expect(reader.counts).toEqual([2, 1, 1, 1, 1]);
  });

  it('are read both ways after a gap, of who is new, and once more after a reset', async () => {
    const reader = new LopsidedReader();
    const follower = new ExpressionFollower(reader, true);
    await happyOf(follower, { 1: crop(80, 20) }, 0);
    await happyOf(follower, { 1: crop(80, 20) }, 0.1);
    const both = await happyOf(follower, { 1: crop(80, 20), 2: crop(10, 90) }, 0.2);
    for (const happy of both) expect(happy).toBeCloseTo(0.5, 5);
    await happyOf(follower, { 1: crop(80, 20), 2: crop(10, 90) }, 0.7);
    await happyOf(follower, { 2: crop(10, 90) }, 0.8);
    await happyOf(follower, { 1: crop(80, 20), 2: crop(10, 90) }, 0.9);
    follower.reset();
    await happyOf(follower, { 2: crop(10, 90) }, 1);
    // An earlier time is another recording.
    await happyOf(follower, { 2: crop(10, 90) }, 0.5);
    expect(reader.counts).toEqual([2, 1, 3, 4, 1, 3, 2, 2]);
  });

  it('of a frame that is no evidence do not enter the next one', async () => {
    const reader = new LopsidedReader();
    const follower = new ExpressionFollower(reader, true);
    await happyOf(follower, { 1: crop(50, 50) }, 0);
    await happyOf(follower, { 1: crop(999, 1) }, 0.1, 0.49);
    expect((await happyOf(follower, { 1: crop(50, 50) }, 0.2))[0]).toBeCloseTo(0.5, 5);
    expect(reader.counts).toEqual([2, 1, 2]);
  });

  it('are those of the face as it is now two frames after it has changed', async () => {
    const follower = new ExpressionFollower(new LopsidedReader(), true);
    await happyOf(follower, { 1: crop(1, 999) }, 0);
    await happyOf(follower, { 1: crop(999, 1) }, 0.1);
    await happyOf(follower, { 1: crop(70, 30) }, 0.2);
    expect((await happyOf(follower, { 1: crop(70, 30) }, 0.3))[0]).toBeCloseTo(0.5, 5);
  });

  it('of pictures on their own are always read both ways', async () => {
    const reader = new LopsidedReader();
    const follower = new ExpressionFollower(reader, false);
    await happyOf(follower, { 1: crop(80, 20) }, 0);
    await happyOf(follower, { 1: crop(80, 20) }, 0.1);
    expect(reader.counts).toEqual([2, 2]);
  });

  it('of no faces ask nothing', async () => {
    const reader = new LopsidedReader();
    expect(await happyOf(new ExpressionFollower(reader, true), {}, 0)).toEqual([]);
    expect(reader.counts).toEqual([]);
  });
});
