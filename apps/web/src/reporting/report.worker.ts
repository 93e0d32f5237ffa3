import {
  DARK_THEME,
  ENGLISH,
  GERMAN,
  InterviewReportGenerator,
  LIGHT_THEME,
} from '@poise/report/browser';
import { IndexedDbSessionStore } from '../storage/indexed-db-store.js';
import { DATABASE_NAME } from '../storage/open-store.js';
import { RecordingLocks } from '../storage/recording-locks.js';
import { serveCalls } from '../workers/serve-calls.js';
import { finishSession } from './finish-session.js';
import { replaySession } from './replay-session.js';
import { REPORT_ASSETS } from './report-assets.js';
import type { ReportCalls } from './report-calls.js';

const WORDS = { en: ENGLISH, de: GERMAN } as const;
const THEMES = { light: LIGHT_THEME, dark: DARK_THEME } as const;

const store = new IndexedDbSessionStore(DATABASE_NAME);
const locks = new RecordingLocks();

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

serveCalls<ReportCalls>(self, {
  finish: ({ id }) => finishSession(id, store, locks),
  replay: ({ head, log }) => replaySession(head, eachOf(log)),
  png: ({ summary, theme, language }) =>
    new InterviewReportGenerator({
      assets: REPORT_ASSETS,
      theme: THEMES[theme],
      words: WORDS[language],
    }).generateVisualReport(summary),
  text: ({ summary, history, language }) =>
    new InterviewReportGenerator({
      assets: REPORT_ASSETS,
      words: WORDS[language],
    }).generateTextReport(summary, history),
});
