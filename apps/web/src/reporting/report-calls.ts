import type { SessionSummary } from '@poise/session';
import type { Language } from '../settings/settings.js';
import type { SessionHead, StoredSession } from '../storage/records.js';

/** The appearance of a picture. */
export type PictureTheme = 'light' | 'dark';

/** What the reporting worker can be asked. */
export interface ReportCalls {
  /** Makes the report of a session in the database. */
  readonly finish: {
    readonly request: { readonly id: string };
    readonly answer: StoredSession;
  };
  /** Makes the summary of a session that is not in the database. */
  readonly replay: {
    readonly request: { readonly head: SessionHead; readonly log: readonly Float64Array[] };
    readonly answer: SessionSummary;
  };
  readonly png: {
    readonly request: {
      readonly summary: SessionSummary;
      readonly theme: PictureTheme;
      readonly language: Language;
    };
    readonly answer: Blob;
  };
  readonly text: {
    readonly request: {
      readonly summary: SessionSummary;
      readonly history: readonly SessionSummary[];
      readonly language: Language;
    };
    readonly answer: Blob;
  };
}
