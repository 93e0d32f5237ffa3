import type { PoiseError } from '@poise/core';
import type { OthersInView, SessionSummary } from '@poise/session';
import type { SessionOutputs } from './session-slot.js';

/** The little of a summary that a table needs; the whole is on disk. */
export interface SessionDigest {
  readonly sufficient: boolean;
  readonly others: OthersInView | null;
}

/** What came of one recording. `skipped`: it was analysed by an earlier run. */
export type Outcome =
  | {
      readonly status: 'done' | 'skipped';
      readonly file: string;
      readonly digest: SessionDigest;
      readonly outputs: SessionOutputs;
      readonly warnings: readonly string[];
    }
  | { readonly status: 'failed'; readonly file: string; readonly error: PoiseError }
  | { readonly status: 'cancelled'; readonly file: string };

/** The digest of a summary. */
export function digestOf(summary: SessionSummary): SessionDigest {
  return {
    sufficient: summary.evidence.sufficient,
    others: summary.others_in_view,
  };
}
