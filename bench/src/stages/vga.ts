import { EmotionDetector, type FaceDetectorName } from '@poise/vision';
import { franckVga } from '../franck.js';
import { rate } from '../rate.js';
import { reportStage } from '../stage.js';

// Which detector looks at every frame, at the size of a common camera; nothing is tracked.
const faceDetector = (process.argv[2] ?? 'blazeface') as FaceDetectorName;

await reportStage(async () => {
  await using detector = await EmotionDetector.create({
    faceDetector,
    maxFaces: 1,
    tracking: false,
  });
  const frames = await franckVga();
  await rate(detector, frames.slice(0, 20));
  return await rate(detector, frames);
});
