import type { Frame } from '@poise/core';
import type { EmotionDetector } from '@poise/vision';

/** Frames that the caller lets the worker hold: one is read while the next is copied over. */
const IN_FLIGHT = 3;

/** Frames a second of a detector, and in which share of the frames it found a face. */
export async function rate(
  detector: EmotionDetector,
  frames: AsyncIterable<Frame> | Iterable<Frame>,
  limit = Number.POSITIVE_INFINITY,
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
    if (++count === limit) break;
  }
  while (pending.length > 0) await take();
  return { fps: (count / (performance.now() - start)) * 1000, found: found / count };
}
