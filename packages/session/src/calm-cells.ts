import type { EmotionScores, HeadPose } from '@poise/core';
import { checkedScores, mapEmotions } from './emotion-scores.js';
import { type LookingDirection, lookingDirection } from './looking-direction.js';
import { isEvidence } from './quality-gate.js';
import type { ReadFace, Reading } from './reading-row.js';

/** The length of a cell in seconds: as short as a decision may be. */
export const CELL_SECONDS = 0.5;

/** What half a second of a session showed. */
export interface CalmCell {
  readonly start: number;
  /** Whether a face that can be read was in more than half of its frames. */
  readonly usable: boolean;
  readonly emotions: EmotionScores;
  /** null when no frame has one. */
  readonly pose: HeadPose | null;
  /** Where head and eyes point, in degrees; null when no frame shows it. */
  readonly look: LookingDirection | null;
  /** Frames with a mouth, and the sums of its opening and of the square of that. */
  readonly mouths: number;
  readonly opening: number;
  readonly openingSquares: number;
}

class OpenCell {
  readonly index: number;
  frames = 0;
  faces = 0;
  poses = 0;
  mouths = 0;
  opening = 0;
  openingSquares = 0;
  looks = 0;
  readonly look = { x: 0, y: 0 };
  readonly turn = { yaw: 0, pitch: 0, roll: 0 };
  emotions: EmotionScores = mapEmotions(() => 0);

  constructor(index: number) {
    this.index = index;
  }

  add(face: ReadFace | null): void {
    this.frames += 1;
    if (face === null || (face.details !== null && !isEvidence(face.details.quality))) return;
    this.faces += 1;
    const sums = this.emotions;
    const scores = checkedScores(face.emotions);
    this.emotions = mapEmotions((emotion) => sums[emotion] + scores[emotion]);
    const { pose, mouth } = face.details ?? {};
    if (pose) {
      this.poses += 1;
      this.turn.yaw += pose.yaw;
      this.turn.pitch += pose.pitch;
      this.turn.roll += pose.roll;
    }
    const look = face.details === null ? null : lookingDirection(face.details);
    if (look !== null) {
      this.looks += 1;
      this.look.x += look.x;
      this.look.y += look.y;
    }
    if (mouth) {
      this.mouths += 1;
      this.opening += mouth.opening;
      this.openingSquares += mouth.opening ** 2;
    }
  }

  close(): CalmCell {
    const { frames, faces, poses, turn, looks, look, emotions } = this;
    return {
      start: this.index * CELL_SECONDS,
      usable: 2 * faces > frames,
      emotions: mapEmotions((emotion) => (faces === 0 ? 0 : emotions[emotion] / faces)),
      pose:
        poses === 0
          ? null
          : { yaw: turn.yaw / poses, pitch: turn.pitch / poses, roll: turn.roll / poses },
      look: looks === 0 ? null : { x: look.x / looks, y: look.y / looks },
      mouths: this.mouths,
      opening: this.opening,
      openingSquares: this.openingSquares,
    };
  }
}

/** Puts readings together into cells, in order of time; half seconds without a frame have none. */
export function calmCells(readings: Iterable<Reading>): CalmCell[] {
  const cells: CalmCell[] = [];
  let open: OpenCell | null = null;
  for (const { time, face } of readings) {
    const index = Math.floor(time / CELL_SECONDS + 1e-6);
    if (open !== null && open.index !== index) cells.push(open.close());
    if (open === null || open.index !== index) open = new OpenCell(index);
    open.add(face);
  }
  if (open !== null) cells.push(open.close());
  return cells;
}
