import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from '@poise/core';
import { DEFAULT_FPS, openVideo } from '@poise/media';
import { EmotionDetector } from '@poise/vision';
import { writeScene } from '../faces/scenes.js';
import { median } from '../median.js';
import { reportStage } from '../stage.js';

/** So many times one face and four take turns, so that what slows the machine slows both. */
const ROUNDS = 5;

/**
 * Milliseconds of the processor a frame, all threads together: what a busy machine changes least.
 *
 * @param readAll - whether every face is read; false follows all and reads one.
 */
async function processorTime(
  detector: EmotionDetector,
  frames: AsyncIterable<Frame> | Iterable<Frame>,
  faces: number,
  readAll = true,
): Promise<number> {
  await detector.reset();
  const start = process.cpuUsage();
  let count = 0;
  let found = 0;
  for await (const frame of frames) {
    if (readAll) found += (await detector.detectEmotions(frame)).length;
    else {
      // The one who was found first.
      const { faces: read, others } = await detector.readFaces(frame, (all) => [
        Math.min(...all.map(({ id }) => id)),
      ]);
      found += read.length + others.length;
    }
    count++;
  }
  const { user, system } = process.cpuUsage(start);
  if (found < 0.99 * count * faces) throw new Error(`only ${found} of ${count * faces} faces`);
  return (user + system) / 1000 / count;
}

await reportStage(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'poise-bench-'));
  await using detector = await EmotionDetector.create({ maxFaces: 4 });
  const scenes = [];
  for (const faces of [1, 4]) {
    const path = join(folder, `${faces}.mp4`);
    await writeScene(path, faces);
    await using video = await openVideo(path);
    const frames: Frame[] = [];
    for await (const frame of video.frames({ fps: DEFAULT_FPS, end: 8 })) frames.push(frame);
    await processorTime(detector, frames, faces);
    const times = { alone: [] as number[], oneRead: [] as number[], decoded: [] as number[] };
    scenes.push({ faces, path, frames, ...times });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { faces, path, frames, alone, oneRead, decoded } of scenes) {
      alone.push(await processorTime(detector, frames, faces));
      oneRead.push(await processorTime(detector, frames, faces, false));
      await using video = await openVideo(path);
      decoded.push(await processorTime(detector, video.frames({ fps: DEFAULT_FPS }), faces));
    }
  }
  await rm(folder, { recursive: true });
  const figures = scenes.map(({ faces, alone, oneRead, decoded }) => [
    [`alone${faces}`, median(alone)],
    [`oneRead${faces}`, median(oneRead)],
    [`decoded${faces}`, median(decoded)],
  ]);
  return Object.fromEntries(figures.flat());
});
