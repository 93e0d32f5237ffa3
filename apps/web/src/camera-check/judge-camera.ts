import type { FrameReading } from '../engine/reading.js';
import type { CameraAdvice, CameraCheck, CameraChecklist, CameraCheckName } from './checks.js';
import { CAMERA_CHECKS } from './checks.js';
import { faceSize } from './face-size.js';
import { BACKLIT_FACE, isBeyond, THRESHOLDS } from './thresholds.js';

/** Nothing is said before so many seconds were seen: a single frame decides nothing. */
export const SHORTEST_WINDOW_SECONDS = 0.5;

/** Fewer frames than this are no window, however far apart they are. */
const FEWEST_FRAMES = 3;

/** All that is known before anything was seen. */
export const NOTHING_KNOWN: CameraChecklist = Object.freeze(
  CAMERA_CHECKS.map((name) => ({ name, state: 'unknown' as const, advice: null })),
);

type Face = NonNullable<FrameReading['face']>;
type FaceReading = FrameReading & { readonly face: Face };

function hasFace(reading: FrameReading): reading is FaceReading {
  return reading.face !== null;
}

/** The middle one; NaN of nothing. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The first advice that is due; null when none is. */
type Rule = (isGiven: (advice: CameraAdvice) => boolean) => CameraAdvice | null;

/** The first of some advices whose value lies beyond its threshold. */
function firstBeyond(values: Partial<Readonly<Record<CameraAdvice, number>>>): Rule {
  return (isGiven) => {
    for (const [name, value] of Object.entries(values)) {
      const advice = name as CameraAdvice;
      if (isBeyond(THRESHOLDS[advice], value, isGiven(advice))) return advice;
    }
    return null;
  };
}

function sizeRule(faces: readonly FaceReading[]): Rule {
  const size = median(faces.map(faceSize));
  return firstBeyond({ too_far: size, too_close: size });
}

/** @param besideOthers - leaves the sides out: beside others nobody is sent to the middle. */
function placeRule(faces: readonly FaceReading[], besideOthers: boolean): Rule {
  // In the mirrored preview the right of the frame is on the person's left.
  const toTheRight = median(
    faces.map(({ face: { box }, width }) => (box[0] + box[2] / 2) / width - 0.5),
  );
  const down = median(
    faces.map(({ face: { box }, height }) => (box[1] + box[3] / 2) / height - 0.5),
  );
  return firstBeyond({
    ...(besideOthers ? {} : { off_left: toTheRight, off_right: -toTheRight }),
    too_high: -down,
    too_low: down,
  });
}

function backlightRule(face: number, surroundings: number): Rule {
  return (isGiven) => {
    const given = isGiven('against_light');
    const dark = isBeyond(BACKLIT_FACE, face, given);
    return dark && isBeyond(THRESHOLDS.against_light, surroundings - face, given)
      ? 'against_light'
      : null;
  };
}

/** The rules of the checks for which enough is known. */
function rulesOf(
  readings: readonly FrameReading[],
  isGiven: (advice: CameraAdvice) => boolean,
  besideOthers: boolean,
): Partial<Record<CameraCheckName, Rule>> {
  const faces = readings.filter(hasFace);
  const share = faces.length / readings.length;
  const found: Partial<Record<CameraCheckName, Rule>> = {
    face_found: firstBeyond({ no_face: share }),
  };
  // A small face is lost between frames: it is there, and its size is what there is to say. Once that
  // is said, a single frame with it is enough to go on saying so.
  const size = sizeRule(faces);
  if (faces.length >= (isGiven('too_far') ? 1 : FEWEST_FRAMES) && size(isGiven) === 'too_far') {
    if (found.face_found?.(isGiven) === 'no_face') delete found.face_found;
    found.big_enough = size;
  }
  if (faces.length < FEWEST_FRAMES) {
    // In the dark no face is found: then the light is what there is to say.
    const frame = median(readings.map(({ light }) => light.frame));
    if (frame < THRESHOLDS.too_dark.give) found.light_enough = () => 'too_dark';
    return found;
  }
  found.big_enough = size;
  found.centred = placeRule(faces, besideOthers);
  const face = median(faces.flatMap(({ light }) => light.face ?? []));
  const surroundings = median(faces.flatMap(({ light }) => light.surroundings ?? []));
  if (Number.isNaN(face)) return found;
  found.light_enough = firstBeyond({ too_dark: face, too_bright: face });
  if (!Number.isNaN(surroundings)) found.not_against_light = backlightRule(face, surroundings);
  return found;
}

/**
 * Judges the camera's picture by the readings of the last moments.
 *
 * @param readings - of about 0.7 s, oldest first.
 * @param previous - the list before, so that what stands on a threshold stays as it is.
 * @param besideOthers - whether other people are in the picture: then the middle is not asked for, and
 * whether the face is there is told only where it is too high or too low.
 * @returns all checks in their order; all unknown before there are readings of half a second.
 */
export function judgeCamera(
  readings: readonly FrameReading[],
  previous: CameraChecklist = NOTHING_KNOWN,
  besideOthers = false,
): CameraChecklist {
  const seen = (readings.at(-1)?.time ?? 0) - (readings[0]?.time ?? 0);
  if (readings.length < FEWEST_FRAMES || seen < SHORTEST_WINDOW_SECONDS) return previous;
  const isGiven = (advice: CameraAdvice) => previous.some((check) => check.advice === advice);
  const rules = rulesOf(readings, isGiven, besideOthers);
  const list = CAMERA_CHECKS.map((name): CameraCheck => {
    const rule = rules[name];
    if (rule === undefined) return { name, state: 'unknown', advice: null };
    const advice = rule(isGiven);
    return advice === null
      ? { name, state: 'ok', advice: null }
      : { name, state: 'advice', advice };
  });
  return besideOthers
    ? list.filter(({ name, state }) => name !== 'centred' || state === 'advice')
    : list;
}
