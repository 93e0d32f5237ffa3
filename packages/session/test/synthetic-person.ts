import { type FaceQuality, mulberry32, type QualityAspect } from '@poise/core';
import {
  type FrameDetails,
  InterviewEmotionAnalyzer,
  type InterviewEmotionAnalyzerOptions,
} from '../src/index.js';
import { face } from './helpers.js';

/** What a made-up person does at a time; what is left out is at rest. */
export interface Doing {
  /** Where they look from the camera, in degrees: to the right side of the picture, and upwards. */
  readonly look?: readonly [x: number, y: number];
  /** What a gesture adds to the head, in degrees. */
  readonly yaw?: number;
  readonly pitch?: number;
  /** How far the lids are closed, 0–1. */
  readonly closed?: number;
  /** How far they smile, 0–1. */
  readonly smile?: number;
  /** How far the mouth is open and wide from speaking, 0–1. */
  readonly speak?: number;
  /** Quality of the picture, and its worst aspect. */
  readonly quality?: number;
  readonly worst?: QualityAspect;
  /** The eyes cannot be read. */
  readonly eyesHidden?: boolean;
  /** Where the face is, in shares of the frame. */
  readonly place?: readonly [x: number, y: number];
  /** No face at all. */
  readonly absent?: boolean;
}

/** What is a person's own: what a reading of their resting face gives. */
export interface Person {
  /** Errors of the readings of pose and eyes, in degrees and widths of the eye: tools err by some 20° together. */
  readonly pose: readonly [yaw: number, pitch: number];
  readonly iris: readonly [x: number, y: number];
  readonly openness: number;
  readonly mouth: readonly [width: number, cornerLift: number];
}

/** Someone with narrow eyes whose pose is read 6° too low and to the side. */
export const PERSON: Person = {
  pose: [4, -6],
  iris: [0.02, -0.04],
  openness: 0.24,
  mouth: [0.92, -0.02],
};

/** Standard deviations of one reading of a still face. */
export const NOISE = { pose: 0.5, iris: 0.015, openness: 0.012, mouth: 0.01 };

/** How much of a look is turned by the head; the eyes do the rest. */
const HEAD_SHARE = 0.5;

/** As `EYE_DEGREES_PER_WIDTH` says, but 20 % off: no eye is the average one. */
const EYE_DEGREES_PER_WIDTH = 180;

const FRAME = { width: 1280, height: 720 };
const SIDE = 260;

/** Normal noise from a seeded generator (Box and Muller 1958). */
export function normal(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function qualityOf({ quality = 0.9, worst = 'exposure' }: Doing): FaceQuality {
  const aspects = { size: 1, sharpness: 1, exposure: 1, contrast: 1, pose: 1, occlusion: 1 };
  return { value: quality, aspects: { ...aspects, [worst]: quality } };
}

/** The details of a frame as a reading with noise gives them. */
export function detailsOf(
  doing: Doing,
  noise: () => number,
  person: Person = PERSON,
): FrameDetails {
  const [x, y] = doing.look ?? [0, -3];
  const yaw = HEAD_SHARE * x + (doing.yaw ?? 0);
  const pitch = HEAD_SHARE * y + (doing.pitch ?? 0);
  // The eyes stay on what is looked at while the head nods.
  const irisX = (x - yaw) / EYE_DEGREES_PER_WIDTH;
  const irisY = -(y - pitch) / EYE_DEGREES_PER_WIDTH;
  const eye = () => ({
    openness: Math.max(
      0.02,
      person.openness * (1 - 0.9 * (doing.closed ?? 0)) + NOISE.openness * noise(),
    ),
    irisX: person.iris[0] + irisX + NOISE.iris * noise(),
    irisY: person.iris[1] + irisY + NOISE.iris * noise(),
  });
  const smile = doing.smile ?? 0;
  const speak = doing.speak ?? 0;
  return {
    pose: {
      yaw: person.pose[0] + yaw + NOISE.pose * noise(),
      pitch: person.pose[1] + pitch + NOISE.pose * noise(),
      roll: NOISE.pose * noise(),
    },
    eyes: doing.eyesHidden ? null : { leftSide: eye(), rightSide: eye() },
    mouth: {
      width: person.mouth[0] * (1 + 0.22 * smile + 0.06 * speak) + NOISE.mouth * noise(),
      cornerLift: person.mouth[1] + 0.09 * smile + NOISE.mouth * noise(),
      opening: 0.02 + 0.2 * speak + 0.3 * NOISE.mouth * noise(),
    },
    quality: qualityOf(doing),
    frame: FRAME,
  };
}

/** The readings of one look, as a page collects them: two seconds at ten frames a second. */
export function readingsOf(
  doing: Doing,
  seed: number,
  count = 20,
  person = PERSON,
): FrameDetails[] {
  const noise = normal(mulberry32(seed));
  return Array.from({ length: count }, () => detailsOf(doing, noise, person));
}

/** How a made-up session is set up. */
export interface Script {
  readonly fps: number;
  readonly seconds: number;
  /** When each frame was taken, from its place; by default they come evenly. */
  readonly timeOf?: (place: number) => number;
  readonly seed?: number;
  /** Whether the looks at the camera and the question were recorded. Default: yes. */
  readonly calibrated?: boolean;
  /** Whether a resting face was recorded. Default: yes. */
  readonly rested?: boolean;
  readonly options?: InterviewEmotionAnalyzerOptions;
}

/** Where the question stands, from the camera, in degrees. */
export const QUESTION: readonly [number, number] = [0, -9];

/** A session of a made-up person. */
export function act(
  {
    fps,
    seconds,
    timeOf = (place) => place / fps,
    seed = 1,
    calibrated = true,
    rested = true,
    options = {},
  }: Script,
  doing: (time: number) => Doing,
): InterviewEmotionAnalyzer {
  const analyzer = new InterviewEmotionAnalyzer({ startedAt: new Date(0), ...options });
  if (rested) analyzer.setBaseline([face()], 5, { details: readingsOf({}, seed + 1000, 50) });
  if (calibrated)
    analyzer.setCalibration({
      camera: readingsOf({ look: [0, 0] }, seed + 2000),
      question: readingsOf({ look: QUESTION }, seed + 3000),
    });
  const noise = normal(mulberry32(seed));
  for (let i = 0; i < seconds * fps; i += 1) {
    const time = timeOf(i);
    const now = doing(time);
    if (now.absent) {
      analyzer.addMissingFace(time);
      continue;
    }
    const happy = 0.02 + 0.9 * (now.smile ?? 0);
    const [x, y] = now.place ?? [0.5, 0.42];
    analyzer.addEmotionData(
      face({ happy }),
      [x * FRAME.width - SIDE / 2, y * FRAME.height - SIDE / 2, SIDE, SIDE],
      time,
      detailsOf(now, noise),
    );
  }
  return analyzer;
}

/** A blink: the lids close and open within 0.2 s, and are closed by half for 0.12 s. */
export function blink(sinceStart: number): number {
  return sinceStart < 0 || sinceStart > 0.2 ? 0 : Math.sin((Math.PI * sinceStart) / 0.2) ** 0.8;
}

/** A smile with an onset, an apex and an offset, each from a half cosine. */
export function smileCourse(
  sinceStart: number,
  [onset, apex, offset]: readonly [number, number, number],
): number {
  const rise = (share: number) => (1 - Math.cos(Math.PI * share)) / 2;
  if (sinceStart <= 0) return 0;
  if (sinceStart < onset) return rise(sinceStart / onset);
  if (sinceStart < onset + apex) return 1;
  const left = onset + apex + offset - sinceStart;
  return left <= 0 ? 0 : rise(left / offset);
}
