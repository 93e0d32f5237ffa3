import type { Frame } from '@poise/core';
import { openVideo } from '@poise/media';
import { EmotionDetector } from '@poise/vision';
import { FRAME_COUNT, FRANCK, FRANCK_FPS, franckFrames } from '../franck.js';
import { reportStage } from '../stage.js';

/** Frames that the caller lets the worker hold: one is read while the next is copied over. */
const IN_FLIGHT = 3;

async function rate(
  detector: EmotionDetector,
  frames: AsyncIterable<Frame> | Iterable<Frame>,
): Promise<{ fps: number; found: number }> {
  await detector.reset();
  const pending: Promise<boolean>[] = [];
  let found = 0;
  let count = 0;
  const take = async () => {
    if (await pending.shift()) found++;
  };
  const start = performance.now();
  for await (const frame of frames) {
    pending.push(detector.detectEmotions(frame).then((faces) => faces.length > 0));
    if (pending.length >= IN_FLIGHT) await take();
    if (++count === FRAME_COUNT) break;
  }
  while (pending.length > 0) await take();
  return { fps: (count / (performance.now() - start)) * 1000, found: found / count };
}

// "every-frame" looks for faces anew in each frame; otherwise faces are tracked, as by default.
const tracking = process.argv[2] !== 'every-frame';

await reportStage(async () => {
  await using detector = await EmotionDetector.create({ maxFaces: 1, tracking });
  const frames = await franckFrames();
  await rate(detector, frames.slice(0, 20));
  const { fps, found } = await rate(detector, frames);
  await using video = await openVideo(FRANCK);
  const withDecode = await rate(detector, video.frames({ fps: FRANCK_FPS }));
  return { fps, found, fpsWithDecode: withDecode.fps };
});
