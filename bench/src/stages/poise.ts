import { openVideo } from '@poise/media';
import { EmotionDetector } from '@poise/vision';
import { FRAME_COUNT, FRANCK, FRANCK_FPS, franckFrames } from '../franck.js';
import { rate } from '../rate.js';
import { reportStage } from '../stage.js';

// "every-frame" looks for faces anew in each frame; otherwise faces are tracked, as by default.
const tracking = process.argv[2] !== 'every-frame';

await reportStage(async () => {
  await using detector = await EmotionDetector.create({ maxFaces: 1, tracking });
  const frames = await franckFrames();
  await rate(detector, frames.slice(0, 20));
  const { fps, found } = await rate(detector, frames);
  await using video = await openVideo(FRANCK);
  const withDecode = await rate(detector, video.frames({ fps: FRANCK_FPS }), FRAME_COUNT);
  return { fps, found, fpsWithDecode: withDecode.fps };
});
