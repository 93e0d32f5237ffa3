import { InterviewEmotionAnalyzer, type SessionSummary } from '@poise/session';
import { SCENES, type SceneName } from './scenes.js';
import { framesOf, type Scene } from './stream.js';

/** When every session of the gallery began on the person's own clock: the same text in every time zone. */
const startedAt = () => new Date(2025, 10, 28, 0, 12, 34);

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
    startedAt: startedAt(),
    source: { kind: 'recording', name: `${name}.mp4` },
    model: { expression: 'made up', faceDetector: 'made up' },
    seed: 1,
  });
  for (const { emotions, box, timestamp } of framesOf(scene)) {
    if (emotions === null) analyzer.addMissingFace(timestamp);
    else analyzer.addEmotionData(emotions, box, timestamp);
  }
  const questions = scene.questions ?? [];
  analyzer.setQuestions(
    questions.map(({ prompt, start }, i) => ({
      prompt,
      start,
      end: questions[i + 1]?.start ?? scene.seconds,
    })),
  );
  return analyzer.getSessionSummary();
}

/** Every session of the gallery, one after the other. */
export function* gallerySummaries(): Generator<GallerySession> {
  for (const name of Object.keys(SCENES) as SceneName[]) {
    yield { name, summary: summarizeScene(name) };
  }
}
