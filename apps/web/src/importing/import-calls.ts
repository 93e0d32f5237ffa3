import type { SessionSummary } from '@poise/session';

/** What the analysis of a recording came to. */
export interface AnalyzedRecording {
  readonly summary: SessionSummary;
  /** What of the recording could not be read, in English: that it ends early, and the like. */
  readonly warnings: readonly string[];
}

/** How far the analysis of a recording is. */
export interface ImportProgress {
  readonly secondsDone: number;
  /** 0 when nothing states the length. */
  readonly secondsTotal: number;
}

/** What the importing worker can be asked. */
export interface ImportCalls {
  readonly analyze: {
    readonly request: { readonly file: File };
    readonly answer: AnalyzedRecording;
    readonly progress: ImportProgress;
  };
}
