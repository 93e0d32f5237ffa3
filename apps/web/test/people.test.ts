import type { ChooseFaces, EmotionDetector } from '@poise/vision/browser';
import { describe, expect, test, vi } from 'vitest';
import { Engine } from '../src/engine/engine.js';
import type { FrameReading, SeenFace } from '../src/engine/reading.js';
import { PeopleBeforeCamera } from '../src/pages/setup/people.js';
import { reading, scores } from './readings.js';

const LEFT: SeenFace = { id: 1, box: [50, 100, 150, 200] };
const RIGHT: SeenFace = { id: 2, box: [400, 100, 140, 190] };

vi.mock('../src/engine/assets.js', () => ({ DETECTOR_ASSETS: { models: {}, wasm: {} } }));

const IMAGE = { width: 640, height: 480, close: () => undefined } as unknown as VideoFrame;
const EMOTIONS = scores({ happy: 0.2 });

/** An engine whose detector sees what it is told, and notes whom it was asked to read. */
async function engineThatSees() {
  let seen: readonly SeenFace[] = [];
  const read: number[] = [];
  const detector = {
    isBroken: false,
    info: { device: 'wasm', threads: 1, expressionModel: 'test', faceDetector: 'blazeface' },
    dispose: async () => undefined,
    readLatest: async (_image: unknown, _time: number, choose: ChooseFaces) => {
      const chosen = choose(seen.map((face) => ({ ...face, score: 1 })));
      read.push(...chosen);
      const isChosen = ({ id }: SeenFace) => chosen.includes(id);
      const faces = seen
        .filter(isChosen)
        .map((face) => ({ ...face, emotions: EMOTIONS, score: 1 }));
      const light = { face: null, surroundings: null, frame: 0 };
      const others = seen.filter((face) => !isChosen(face));
      return { width: 640, height: 480, faces, others, light };
    },
  };
  const engine = new Engine(async () => detector as unknown as EmotionDetector);
  await engine.start();
  /** Shows faces for so long at ten frames a second, and gives the last reading. */
  let time = 0;
  const show = async (faces: readonly SeenFace[], seconds = 0.1) => {
    seen = faces;
    let last: FrameReading | null = null;
    for (const end = time + seconds; time < end - 0.01; time += 0.1)
      last = await engine.read({ image: IMAGE, time });
    return last;
  };
  return { engine, show, read };
}

describe('of several faces before the camera', () => {
  test('the one in front alone is read, and told of', async () => {
    const { engine, show, read } = await engineThatSees();
    const reading = await show([LEFT, RIGHT], 10);
    expect(reading?.face?.box).toEqual(LEFT.box);
    expect(reading?.faces.map(({ id }) => id)).toEqual([1]);
    expect(new Set(read)).toEqual(new Set([1]));
    expect(engine.chosen).toBeNull();
  });

  test('the candidate of a session is whoever was in front at its start, and nobody else after', async () => {
    const { engine, show, read } = await engineThatSees();
    const large: SeenFace = { id: 3, box: [150, 50, 350, 400] };
    engine.beginSession();
    await show([LEFT], 3.2);
    expect((await show([LEFT, large], 20))?.face?.box).toEqual(LEFT.box);
    expect((await show([large], 20))?.face).toBeNull();
    expect(new Set(read)).toEqual(new Set([1]));
    engine.endSession();
    expect((await show([large], 1))?.face?.box).toEqual(large.box);
  });

  test('is decided by the first question at the latest', async () => {
    const { engine, show } = await engineThatSees();
    engine.beginSession();
    await show([LEFT], 1);
    engine.settleOnCandidate();
    expect((await show([LEFT, { ...RIGHT, box: [200, 50, 350, 400] }], 5))?.face?.box).toEqual(
      LEFT.box,
    );
  });

  test('all are told of where the person says who they are, and only the one they chose is read', async () => {
    const { engine, show, read } = await engineThatSees();
    engine.tellOfSeveral(true);
    expect((await show([LEFT, RIGHT], 5))?.faces).toHaveLength(2);
    expect(engine.chosen).toBeNull();
    engine.choose(2);
    engine.beginSession();
    read.length = 0;
    expect((await show([LEFT, RIGHT], 5))?.face?.box).toEqual(RIGHT.box);
    expect((await show([LEFT], 30))?.face).toBeNull();
    expect((await show([LEFT, { ...RIGHT, id: 5 }], 1))?.face?.box).toEqual(RIGHT.box);
    expect(new Set(read)).toEqual(new Set([2, 5]));
    expect(engine.chosen).toBe(5);
  });
});

describe('the people in view', () => {
  test('count after half a second, and no more once they are gone for a second', () => {
    const view = new PeopleBeforeCamera();
    const counts: [number, number][] = [];
    for (let i = 0; i <= 60; i += 1) {
      const time = i / 10;
      const faces = time < 1 || time > 3 ? [LEFT] : [LEFT, RIGHT];
      const { length } = view.add(reading(time, { faces })).faces;
      if (length !== counts.at(-1)?.[1]) counts.push([time, length]);
    }
    expect(counts.map(([, length]) => length)).toEqual([0, 1, 2, 1]);
    expect(counts[1]?.[0]).toBeCloseTo(0.5, 5);
    expect(counts[2]?.[0]).toBeCloseTo(1.5, 5);
    expect(counts[3]?.[0]).toBeCloseTo(4, 5);
  });

  test('are not added to by a face that is seen in one frame alone', () => {
    const view = new PeopleBeforeCamera();
    for (let i = 0; i <= 30; i += 1) {
      const faces = i === 10 ? [LEFT, RIGHT] : [LEFT];
      const { faces: counted } = view.add(reading(i / 10, { faces }));
      expect(counted.some(({ id }) => id === RIGHT.id)).toBe(false);
    }
  });
});
