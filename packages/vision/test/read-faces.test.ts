import type { Frame } from '@poise/core';
import { EmotionDetector, type FaceResult, type FollowedFace } from '@poise/vision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FacePipeline } from '../src/face-pipeline.js';
import type { TrackedFace } from '../src/face-tracker.js';
import { FoundFrames } from '../src/found-frames.js';
import { FOUR_WOMEN, photograph } from './fixtures.js';
import { sideBySide } from './two-people.js';

describe('reading the faces that were chosen', () => {
  let detector: EmotionDetector;
  let frames: Frame[];
  beforeAll(async () => {
    detector = await EmotionDetector.create({ maxFaces: 4 });
    frames = (await sideBySide()).slice(0, 20);
  });
  afterAll(async () => {
    await detector.dispose();
  });

  const onTheLeft = (faces: readonly FollowedFace[]) =>
    faces.filter(({ box: [x, , width] }) => x + width / 2 < 372).map(({ id }) => id);

  it('gives of one the same as reading all, and of the other where it is and nothing more', async () => {
    await detector.reset();
    const all = await Promise.all(frames.map((frame) => detector.detectEmotions(frame)));
    await detector.reset();
    const some = await Promise.all(frames.map((frame) => detector.readFaces(frame, onTheLeft)));
    expect(some).toHaveLength(20);
    for (const [i, { faces, others }] of some.entries()) {
      expect(faces).toEqual(all[i]?.filter(({ id }) => id === 1));
      const [other] = all[i]?.filter(({ id }) => id === 2) ?? [];
      expect(others).toEqual([{ id: 2, box: other?.box, score: other?.score }]);
    }
  });

  it('looks at both eyes of two faces, and in a video at one of each of more, but for the first that is chosen', async () => {
    const four = await photograph(FOUR_WOMEN);
    await using pictures = await EmotionDetector.create({ tracking: false, maxFaces: 4 });
    const eyesOf = (face: FaceResult) => {
      const { leftSide, rightSide } = face.details.eyes ?? {};
      return `${leftSide ? 'left' : ''} ${rightSide ? 'right' : ''}`.trim();
    };
    await detector.reset();
    const video = [];
    for (const timestamp of [0, 0.1, 0.2]) {
      video.push((await detector.detectEmotions({ ...four, timestamp })).map(eyesOf));
    }
    expect(video).toEqual(Array(3).fill(Array(4).fill('left')));
    const picture = await pictures.detectEmotions(four);
    expect(picture.map(eyesOf)).toEqual(Array(4).fill('left right'));
    const chosen = async (timestamp: number, order: readonly number[]) => {
      const read = await detector.readFaces({ ...four, timestamp }, (faces) =>
        order.map((i) => faces[i]?.id ?? 0),
      );
      return read.faces.map(eyesOf);
    };
    expect(await chosen(0.3, [0, 1])).toEqual(Array(2).fill('left right'));
    expect(await chosen(0.4, [2, 0, 1])).toEqual(['left', 'left', 'left right']);
    await detector.reset();
  });

  it('reads nobody where nobody is chosen, or an id that is not there', async () => {
    const [frame] = frames as [Frame];
    await detector.reset();
    expect((await detector.readFaces(frame, () => [])).faces).toEqual([]);
    const { faces, others } = await detector.readFaces(frame, () => [77]);
    expect([faces.length, others.length]).toEqual([0, 2]);
  });

  it('asks in the order of the frames, also when several are pending', async () => {
    await detector.reset();
    const asked: number[] = [];
    await Promise.all(
      frames.map((frame, i) =>
        detector.readFaces(frame, () => {
          asked.push(i);
          return [];
        }),
      ),
    );
    expect(asked).toEqual(frames.map((_, i) => i));
  });

  it.each([
    ['no function', 7],
    ['a function that gives nothing', () => undefined],
    ['a function that gives one id bare', () => 1],
    ['a function that gives names', () => ['1', '2']],
    ['a function that gives a promise', async () => [1]],
  ])('says what it wants of a choice that is %s, and reads the next frame', async (_, choose) => {
    const [frame] = frames as [Frame];
    await detector.reset();
    await expect(detector.readFaces(frame, choose as never)).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      hint: expect.stringContaining('ids'),
    });
    expect((await detector.readFaces(frame, onTheLeft)).faces).toHaveLength(1);
  });

  it('fails with what the choice throws, and reads the next frame', async () => {
    const [frame] = frames as [Frame];
    const refuse = () => {
      throw new Error('no choice');
    };
    await expect(detector.readFaces(frame, refuse)).rejects.toThrow('no choice');
    expect((await detector.readFaces(frame, onTheLeft)).faces).toHaveLength(1);
  });
});

describe('frames that wait for the choice', () => {
  const frame = { width: 1, height: 1, data: new Uint8Array(3), timestamp: 0 };
  const face = (id: number): TrackedFace => ({
    ...{ id, presence: 1, points: new Float32Array(468 * 3) },
  });

  it('have the models run on the chosen faces alone, once', async () => {
    const ran: number[] = [];
    const pipeline = {
      find: async () => [face(1), face(2), face(3)],
      read: async (_: Frame, faces: readonly TrackedFace[]) => {
        ran.push(...faces.map(({ id }) => id));
        return [];
      },
      process: () => expect.unreachable(),
      reset: () => expect.unreachable(),
    } satisfies Pick<FacePipeline, 'find' | 'read' | 'process' | 'reset'>;
    const found = new FoundFrames(pipeline);
    await found.find(1, frame);
    await found.find(2, frame);
    const { readings } = await found.read(1, [2]);
    expect(ran).toEqual([2]);
    expect(readings.others.map(({ id }) => id)).toEqual([1, 3]);
    await expect(found.read(1, [2])).rejects.toMatchObject({ code: 'FRAME_INVALID' });
    expect((await found.read(2, [])).readings.others).toHaveLength(3);
    expect(ran).toEqual([2]);
  });
});
