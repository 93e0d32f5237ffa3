import { InterviewEmotionAnalyzer, type SessionSummary } from '@poise/session';
import { SCENES, type SceneName } from './scenes.js';
import { framesOf, type Scene } from './stream.js';

/** When every session of the gallery began, so that its pictures never change by themselves. */
const STARTED_AT = '2025-11-28T00:12:34Z';

/** A session of the gallery. */
export interface GallerySession {
  readonly name: SceneName;
  readonly summary: SessionSummary;
}

/** Sends a made-up session through the real analyzer. The session's id is its name. */
export function summarizeScene(name: SceneName): SessionSummary {
  const scene: Scene = SCENES[name];
  const analyzer = new InterviewEmotionAnalyzer({
    sessionId: name,
    startedAt: new Date(STARTED_AT),
    source: { kind: 'recording', name: `${name}.mp4` },
    model: { expression: 'made up', faceDetector: 'made up' },
    seed: 1,
  });
  for (const { emotions, box, timestamp } of framesOf(scene)) {
    if (emotions === null) analyzer.addMissingFace(timestamp);
    else analyzer.addEmotionData(emotions, box, timestamp);
  }
  return analyzer.getSessionSummary();
}

/** Every session of the gallery, one after the other. */
export function* gallerySummaries(): Generator<GallerySession> {
  for (const name of Object.keys(SCENES) as SceneName[]) {
    yield { name, summary: summarizeScene(name) };
  }
}
