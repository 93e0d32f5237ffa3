import { analyzeRecording, DEFAULT_ANALYSIS_FPS, FACES_TO_FOLLOW } from '@poise/analysis';
import { openVideo } from '@poise/media/browser';
import { sessionIdOf } from '@poise/session';
import { EmotionDetector } from '@poise/vision/browser';
import { DETECTOR_ASSETS } from '../engine/assets.js';
import { serveCalls } from '../workers/serve-calls.js';
import type { AnalyzedRecording, ImportCalls, ImportProgress } from './import-calls.js';

async function analyze(
  file: File,
  report: (progress: ImportProgress) => void,
): Promise<AnalyzedRecording> {
  await using source = await openVideo(file, { name: file.name });
  await using detector = await EmotionDetector.create({
    assets: DETECTOR_ASSETS,
    // One is read, as by the command; who sits beside them must not be taken for them.
    maxFaces: FACES_TO_FOLLOW,
  });
  const { duration } = source.info;
  report({ secondsDone: 0, secondsTotal: duration });
  const startedAt = new Date(file.lastModified);
  const identity = { name: file.name, sessionId: sessionIdOf(startedAt), startedAt };
  const summary = await analyzeRecording(source, detector, identity, {
    fps: DEFAULT_ANALYSIS_FPS,
    facesFollowed: FACES_TO_FOLLOW,
    baseline: undefined,
    // Cancelling ends this worker as a whole.
    signal: new AbortController().signal,
    onProgress: (secondsDone) => report({ secondsDone, secondsTotal: duration }),
  });
  return { summary, warnings: [...source.info.warnings] };
}

serveCalls<ImportCalls>(self, { analyze: ({ file }, report) => analyze(file, report) });
