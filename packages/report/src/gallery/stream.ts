import { type Box, type EmotionScores, mulberry32 } from '@poise/core';
import type { FrameDetails } from '@poise/session';
import { detailsOf, type SceneDetails } from './details.js';

/** A stretch in which the face shows a smile or tension, or is out of view. */
export interface Happening {
  readonly kind: 'smile' | 'tension' | 'away';
  readonly start: number;
  readonly end: number;
}

/** What a made-up session is like. */
export interface Scene {
  /** Length in seconds. */
  readonly seconds: number;
  /**
   * How at ease the face looks at a time: −1 looks fearful and sad, 0 neutral, 1 smiles. The score
   * goes from about 50 % over 72 % to about 90 %.
   */
  readonly ease: (seconds: number) => number;
  readonly happenings?: readonly Happening[];
  /** What is shown beside the expression; nothing when not given. */
  readonly details?: SceneDetails;
  /** Whether face boxes are given; yes when not given. */
  readonly boxes?: boolean;
  /** When each question was asked, in seconds; the last one is answered until the end. */
  readonly questions?: readonly { readonly prompt: string; readonly start: number }[];
  /** Seed of all that wavers. */
  readonly seed: number;
}

/** One frame of a made-up session. */
export interface SceneFrame {
  readonly timestamp: number;
  /** The expression scores, or null when the face is out of view. */
  readonly emotions: EmotionScores | null;
  readonly box: Box | undefined;
  readonly details: FrameDetails | null;
}

/** Frames a second, as the command samples a recording. */
const FRAMES_PER_SECOND = 10;

/** How fast the face wavers and by how much: about ±0.1 of ease, over some two seconds. */
const WAVER_KEEP = 0.95;
const WAVER_STEP = 0.06;

/** Rises and falls within half a second at the ends of a stretch. */
const RAMP_SECONDS = 0.5;

function presence({ start, end }: Happening, time: number): number {
  const inside = Math.min(time - start, end - time);
  return Math.min(1, Math.max(0, inside / RAMP_SECONDS));
}

function strongest(
  happenings: readonly Happening[],
  kind: Happening['kind'],
  time: number,
): number {
  return Math.max(
    0,
    ...happenings.filter((x) => x.kind === kind).map((happening) => presence(happening, time)),
  );
}

/** Scores for a face that is so much at ease, smiles so much and is so tense. */
function face(ease: number, smile: number, tension: number): EmotionScores {
  const happy = 0.04 + 0.8 * Math.max(0, ease, smile);
  const low = Math.max(0, -ease);
  const raw = {
    angry: 0.02 + 0.15 * tension,
    disgust: 0.01,
    fear: 0.02 + 0.3 * low + 0.55 * tension,
    happy,
    sad: 0.04 + 0.5 * low,
    surprise: 0.02,
    neutral: Math.max(0.05, 1 - happy - 0.8 * low - 0.7 * tension),
  };
  const sum = Object.values(raw).reduce((total, value) => total + value, 0);
  return {
    angry: raw.angry / sum,
    disgust: raw.disgust / sum,
    fear: raw.fear / sum,
    happy: raw.happy / sum,
    sad: raw.sad / sum,
    surprise: raw.surprise / sum,
    neutral: raw.neutral / sum,
  };
}

/** The frames of a made-up session, one after the other. The same scene gives the same frames. */
export function* framesOf(scene: Scene): Generator<SceneFrame> {
  const { seconds, ease, happenings = [], boxes = true, seed } = scene;
  const random = mulberry32(seed);
  const details = scene.details === undefined ? null : detailsOf(scene.details, seed);
  let waver = 0;
  let sway = 0;
  const count = Math.round(seconds * FRAMES_PER_SECOND);
  for (let i = 0; i <= count; i++) {
    const timestamp = i / FRAMES_PER_SECOND;
    waver = WAVER_KEEP * waver + WAVER_STEP * (random() - 0.5) * 2;
    sway = WAVER_KEEP * sway + 3 * (random() - 0.5);
    const away = happenings.some(
      ({ kind, start, end }) => kind === 'away' && timestamp >= start && timestamp < end,
    );
    const smile = strongest(happenings, 'smile', timestamp);
    const tension = strongest(happenings, 'tension', timestamp);
    const offCentre = scene.details?.offCentre ?? [];
    const aside = offCentre.some(([start, end]) => timestamp >= start && timestamp < end);
    yield {
      timestamp,
      emotions: away ? null : face(ease(timestamp) + waver, smile, tension),
      box: boxes ? [(aside ? 20 : 220) + sway, 120 + sway / 2, 180, 220] : undefined,
      details: details === null ? null : details(timestamp, smile),
    };
  }
}
