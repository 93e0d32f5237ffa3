import type { EmotionScores } from '@poise/core';
import { defaultModel } from '@poise/models';
import { InterviewEmotionAnalyzer, type SessionSummary } from '@poise/session';
import type { Page } from 'playwright-core';
import { scores } from '../readings.js';

/** Frames a second of the made-up sessions. */
const RATE = 10;

/** A made-up session. */
export interface MadeUpSession {
  readonly startedAt: Date;
  readonly seconds: number;
  /** Share of smiling in a face that is neutral otherwise, 0–1; null where no face is in view. */
  readonly smile: (time: number) => number | null;
  readonly questions?: readonly string[];
}

/** The summary of a session that never was. */
export function madeUpSummary({
  startedAt,
  seconds,
  smile,
  questions = [],
}: MadeUpSession): SessionSummary {
  const analyzer = new InterviewEmotionAnalyzer({
    startedAt,
    source: { kind: 'live' },
    model: { expression: defaultModel('expression').name, faceDetector: 'blazeface' },
  });
  for (let frame = 0; frame <= seconds * RATE; frame += 1) {
    const time = frame / RATE;
    const share = smile(time);
    if (share === null) analyzer.addMissingFace(time);
    else analyzer.addEmotionData(faceThatSmiles(share), [260, 150, 120, 160], time);
  }
  const each = seconds / Math.max(1, questions.length);
  analyzer.setQuestions(
    questions.map((prompt, i) => ({ prompt, start: i * each, end: (i + 1) * each })),
  );
  return analyzer.getSessionSummary();
}

function faceThatSmiles(share: number): EmotionScores {
  return scores({ happy: share, sad: 0.02 });
}

/** Sixteen blinks in a minute, and once the eyes were closed longer. */
const BLINKS: SessionSummary['eyes'] = {
  open_eye: { openness: 0.34, source: 'resting_face' },
  blinks: {
    count: 16,
    per_minute: 16.1,
    interval: { lower: 11.4, upper: 21.2 },
    seconds: 59.6,
    reason: null,
  },
  closures: { count: 1, longest: [{ start: 30.2, end: 31.5 }] },
};

/** Two others beside the person, and for a while without. */
const OTHERS: SessionSummary['others_in_view'] = {
  people: 2,
  most_at_once: 3,
  capped: false,
  seconds_beside: 40,
  seconds_without_person: 5,
};

/** Four sessions of one week; blinks and others were counted in the third; the last is too short for a score. */
export function weekOfSessions(): SessionSummary[] {
  const day = (number: number): Date => new Date(2026, 2, number, 18, 30, number);
  const questions = ['Tell me about yourself.', 'What are you proud of?'];
  return [
    madeUpSummary({ startedAt: day(2), seconds: 40, smile: () => 0.1, questions }),
    madeUpSummary({
      startedAt: day(4),
      seconds: 45,
      smile: (time) => (time % 15 < 4 ? 0.9 : 0.15),
      questions,
    }),
    {
      ...madeUpSummary({
        startedAt: day(6),
        seconds: 60,
        smile: (time) => (time % 12 < 5 ? 0.95 : 0.3),
        questions,
      }),
      eyes: BLINKS,
      others_in_view: OTHERS,
    },
    madeUpSummary({ startedAt: day(7), seconds: 6, smile: () => 0.2 }),
  ];
}

/** The document that "Export all" makes of sessions. */
export function archiveOf(summaries: readonly SessionSummary[]): string {
  return JSON.stringify({
    format: 'poise-archive',
    version: 1,
    sessions: summaries.map((summary) => ({ summary })),
  });
}

/** Gives a document to the history page that is open, whatever its language. */
export async function importDocument(page: Page, document: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'poise-sessions.json',
    mimeType: 'application/json',
    buffer: Buffer.from(document),
  });
}
