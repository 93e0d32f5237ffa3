import { PoiseError } from '@poise/core';
import { findMedia } from '@poise/media';
import { EmotionDetector, type FaceDetectorName } from '@poise/vision';
import type { Outcome } from '../analyze/outcome.js';
import { listRecordings } from '../analyze/recordings.js';
import { runRecordings } from '../analyze/run-recordings.js';
import { readSession } from '../analyze/session-slot.js';
import { assertWritableFolder } from '../analyze/writable-folder.js';
import type { Environment } from '../environment.js';
import { EXIT_CODE_OF, EXIT_CODES } from '../exit-codes.js';
import type { SecondsRange } from '../option-values.js';
import { printOutcomesJson } from '../output/outcomes-json.js';
import { formatOutcomes } from '../output/outcomes-text.js';
import { formatSession } from '../output/session-text.js';
import { printJson, type Terminal } from '../output/terminal.js';

/** The options of `poise analyze`. */
export interface AnalyzeOptions {
  readonly out: string;
  readonly fps: number;
  readonly detector?: FaceDetectorName;
  readonly model?: string;
  readonly maxFaces: number;
  readonly baseline?: SecondsRange;
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

async function printSingle(terminal: Terminal, outcome: Outcome, json: boolean): Promise<void> {
  if (outcome.status === 'failed') throw outcome.error;
  if (outcome.status === 'cancelled') throw new PoiseError('CANCELLED', outcome.file);
  const summary = await readSession(outcome.outputs.json);
  if (summary === null) throw new PoiseError('INPUT_UNREADABLE', outcome.outputs.json);
  if (json) printJson(terminal, summary);
  else {
    const again = outcome.status === 'skipped';
    terminal.print(formatSession(outcome.file, summary, outcome.outputs, again));
  }
}

/** Analyses recordings of practice interviews and writes a report for each. */
export async function analyzeCommand(
  paths: readonly string[],
  options: AnalyzeOptions,
  environment: Environment,
): Promise<number> {
  const { out, fps, detector: faceDetector, model, maxFaces, baseline, force, json } = options;
  const { terminal, interrupt } = environment;
  const { entries, single } = await listRecordings(paths, out, findMedia);
  await assertWritableFolder(out);

  let detector: Promise<EmotionDetector> | undefined;
  const startDetector = (): Promise<EmotionDetector> => {
    detector ??= EmotionDetector.create({
      maxFaces,
      ...(faceDetector === undefined ? {} : { faceDetector }),
      ...(model === undefined ? {} : { model }),
    });
    return detector;
  };
  const runOptions = { fps, baseline, force, reportFailures: !single, startDetector };
  const outcomes = await runRecordings(entries, runOptions, environment).finally(async () =>
    (await detector?.catch(() => undefined))?.dispose(),
  );

  const [only] = outcomes;
  if (single && only !== undefined) await printSingle(terminal, only, json);
  else if (json) await printOutcomesJson(terminal, outcomes);
  else terminal.print(formatOutcomes(outcomes, out));
  return interrupt.exitCode() ?? exitCodeOf(outcomes);
}
