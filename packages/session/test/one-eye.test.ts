import type { FaceDetails } from '@poise/core';
import { expect, test } from 'vitest';
import { InterviewEmotionAnalyzer } from '../src/index.js';
import { lookingDirection } from '../src/looking-direction.js';
import { face } from './helpers.js';
import { readingsOf } from './synthetic-person.js';

/** A look into the camera: each iris lies a little further out than the middle of its eye. */
const LOOK: FaceDetails = {
  ...(readingsOf({}, 1, 1)[0] as FaceDetails),
  pose: { yaw: 0, pitch: 0, roll: 0 },
  eyes: {
    leftSide: { openness: 0.3, irisX: -0.05, irisY: 0 },
    rightSide: { openness: 0.3, irisX: 0.05, irisY: 0 },
  },
};

test('a look into the camera points the same way with both eyes and with either', () => {
  for (const hidden of ['none', 'leftSide', 'rightSide'] as const) {
    const eyes = LOOK.eyes === null ? null : { ...LOOK.eyes, [hidden]: null };
    expect(lookingDirection({ ...LOOK, eyes })?.x, hidden).toBeCloseTo(0, 6);
  }
});

test('a person who smiles while the resting face is read keeps their smiles', () => {
  const mouth = (smile: number) => ({
    width: 1 + 0.2 * smile,
    cornerLift: 0.08 * smile,
    opening: 0,
  });
  const smiling = { ...LOOK, mouth: mouth(1) };
  const analyzer = new InterviewEmotionAnalyzer({ startedAt: new Date(0) });
  const resting = Array.from({ length: 10 }, () => face({ happy: 0.9 }));
  analyzer.setBaseline(resting, 5, { details: Array.from({ length: 50 }, () => smiling) });
  expect(analyzer.getSessionSummary().baseline.smiling).toBe(true);
  for (let i = 0; i <= 600; i += 1) {
    const time = i / 10;
    const smile = time % 15 > 10 && time % 15 < 13 ? 1 : 0;
    const details = { ...LOOK, mouth: mouth(smile) };
    analyzer.addEmotionData(face({ happy: smile === 1 ? 0.95 : 0.02 }), null, time, details);
  }
  const { moments } = analyzer.getSessionSummary();
  expect(moments.filter(({ kind }) => kind === 'smile')).toHaveLength(4);
});
