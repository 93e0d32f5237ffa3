import {
  findCalmestStretch,
  InterviewEmotionAnalyzer,
  ReadingLog,
  type SessionSummary,
} from '@poise/session';
import { detailsOf } from './details.js';
import { SCENES, type SceneName } from './scenes.js';
import { framesOf, type Scene } from './stream.js';

/** When every session of the gallery began on the person's own clock: the same text in every time zone. */
const startedAt = () => new Date(2025, 10, 28, 0, 12, 34);

/** A session of the gallery. */
export interface GallerySession {
  readonly name: SceneName;
  readonly summary: SessionSummary;
}

/** Readings of one look: two seconds. */
const LOOK_READINGS = 20;

/** Learns the person as the page does, from a look at the camera, or as the command does, from the calmest stretch. */
function learnPerson(analyzer: InterviewEmotionAnalyzer, scene: Scene): void {
  if (scene.details === undefined) return;
  const log = new ReadingLog();
  for (const { emotions, box = null, timestamp: time, details } of framesOf(scene))
    log.push({ time, face: emotions === null ? null : { emotions, box, details } });
  const calm = findCalmestStretch(log);
  if (calm !== null) {
    const { start, end, seconds, emotions, details } = calm;
    const range = { start, end };
    analyzer.setBaseline(emotions, seconds, { source: 'calmest_stretch', range, details });
  }
  if (!scene.details.calibrated) return;
  const look = detailsOf({ calibrated: true }, scene.seed + 1);
  analyzer.setCalibration({ camera: Array.from({ length: LOOK_READINGS }, () => look(0, 0)) });
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
  learnPerson(analyzer, scene);
  for (const { emotions, box, timestamp, details } of framesOf(scene)) {
    if (emotions === null) analyzer.addMissingFace(timestamp);
    else analyzer.addEmotionData(emotions, box, timestamp, details);
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
