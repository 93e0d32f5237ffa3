import { dirname } from 'node:path';
import { DEFAULT_ANALYSIS_FPS, FACES_TO_FOLLOW, type SecondsRange } from '@poise/analysis';
import { PoiseError } from '@poise/core';
import { findMedia } from '@poise/media';
import { EmotionDetector, type FaceDetectorName } from '@poise/vision';
import { DetectorSource } from '../analyze/detector-source.js';
import type { Outcome } from '../analyze/outcome.js';
import { listRecordings } from '../analyze/recordings.js';
import { readOthers } from '../analyze/room-files.js';
import { runRecordings } from '../analyze/run-recordings.js';
import { readHistory } from '../analyze/session-history.js';
import { readSession } from '../analyze/session-slot.js';
import { assertWritableFolder } from '../analyze/writable-folder.js';
import type { Environment } from '../environment.js';
import { EXIT_CODE_OF, EXIT_CODES } from '../exit-codes.js';
import { printOutcomesJson } from '../output/outcomes-json.js';
import { formatOutcomes } from '../output/outcomes-text.js';
import { CONSENT_NOTE, othersLines, peopleLines } from '../output/people-text.js';
import { formatSession } from '../output/session-text.js';
import { printJson, type Terminal } from '../output/terminal.js';
import { printable } from '../output/text.js';

/** The options of `poise analyze`. */
export interface AnalyzeOptions {
  readonly out: string;
  /** Frames a second to look at; that of @poise/analysis when left out. */
  readonly fps?: number;
  readonly detector?: FaceDetectorName;
  /** Width of the smallest face in pixels; that of EmotionDetector when left out. */
  readonly minFaceSize?: number;
  readonly model?: string;
  /** Faces to follow, or people to read where everyone agreed; one is read when left out. */
  readonly maxFaces?: number;
  readonly baseline?: SecondsRange | 'none';
  /** States that each person in the recordings agreed to be analysed. */
  readonly everyoneAgreed: boolean;
  /** A folder of the person's own past sessions. */
  readonly history?: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** The exit code of a run: the first failure decides, then missing evidence. */
export function exitCodeOf(outcomes: readonly Outcome[]): number {
  for (const outcome of outcomes) {
    if (outcome.status === 'failed') return EXIT_CODE_OF[outcome.error.code];
  }
  const enough = outcomes.every((outcome) => !('digest' in outcome) || outcome.digest.sufficient);
  return enough ? EXIT_CODES.done : EXIT_CODES.notEnoughEvidence;
}

async function printSingle(
  terminal: Terminal,
  outcome: Outcome,
  { json, everyoneAgreed }: Pick<AnalyzeOptions, 'json' | 'everyoneAgreed'>,
): Promise<void> {
  if (outcome.status === 'failed') throw outcome.error;
  if (outcome.status === 'cancelled') throw new PoiseError('CANCELLED', outcome.file);
  const summary = await readSession(outcome.outputs.json);
  if (summary === null) throw new PoiseError('INPUT_UNREADABLE', outcome.outputs.json);
  const folder = dirname(outcome.outputs.json);
  const others = everyoneAgreed ? await readOthers(folder, summary.session_id) : null;
  if (json) printJson(terminal, { ...summary, ...others });
  else {
    const again = outcome.status === 'skipped';
    // An earlier run may have read the others with their consent.
    const seen = again ? [] : othersLines(summary.others_in_view);
    const people =
      others === null ? seen : peopleLines(others.room, folder, summary.others_in_view);
    terminal.print(formatSession(outcome.file, summary, outcome.outputs, { again, people }));
  }
}

/** Analyses recordings of practice interviews and writes a report for each. */
export async function analyzeCommand(
  paths: readonly string[],
  options: AnalyzeOptions,
  environment: Environment,
): Promise<number> {
  const {
    out,
    fps = DEFAULT_ANALYSIS_FPS,
    maxFaces = 1,
    baseline,
    history: past,
    force,
    json,
  } = options;
  const { detector: faceDetector, minFaceSize, model, everyoneAgreed } = options;
  const { terminal, interrupt } = environment;
  const { entries, single } = await listRecordings(paths, out, findMedia);
  if (past !== undefined && entries.length > 1) {
    throw new PoiseError('OPTION_INVALID', '--history with several recordings', {
      hint: 'Give one recording: several may be of different people, and a history is of one.',
    });
  }
  if (everyoneAgreed && maxFaces === 1) {
    throw new PoiseError('OPTION_INVALID', '--everyone-agreed without --max-faces of 2 or more', {
      hint: 'Say with --max-faces how many people are to be read at once, at least 2.',
    });
  }
  await assertWritableFolder(out);
  if (everyoneAgreed) terminal.note(CONSENT_NOTE);

  const history =
    past === undefined ? null : await readHistory(past, (text) => terminal.note(printable(text)));

  // Who sits beside the candidate must be followed too, so as not to be taken for them.
  const facesFollowed = Math.max(maxFaces, FACES_TO_FOLLOW);
  await using detectors = new DetectorSource(() =>
    EmotionDetector.create({
      maxFaces: facesFollowed,
      ...(faceDetector === undefined ? {} : { faceDetector }),
      ...(minFaceSize === undefined ? {} : { minFaceSize }),
      ...(model === undefined ? {} : { model }),
    }),
  );
  const runOptions = {
    ...{
      fps,
      baseline,
      everyoneAgreed,
      mostRead: maxFaces,
      facesFollowed,
      force,
      history,
      detectors,
    },
    reportFailures: !single,
  };
  const outcomes = await runRecordings(entries, runOptions, environment);

  const [only] = outcomes;
  if (single && only !== undefined) await printSingle(terminal, only, options);
  else if (json) await printOutcomesJson(terminal, outcomes, everyoneAgreed);
  else terminal.print(formatOutcomes(outcomes, out));
  return interrupt.exitCode() ?? exitCodeOf(outcomes);
}
