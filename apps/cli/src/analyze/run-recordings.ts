import { basename } from 'node:path';
import { PoiseError } from '@poise/core';
import { openMedia } from '@poise/media';
import { InterviewReportGenerator } from '@poise/report';
import type { EmotionDetector } from '@poise/vision';
import type { Environment } from '../environment.js';
import type { SecondsRange } from '../option-values.js';
import { reportError, toPoiseError } from '../output/errors.js';
import { analyzeRecording } from './analyze-recording.js';
import { digestOf, type Outcome } from './outcome.js';
import type { BadPath, Recording } from './recordings.js';
import { findSlot, type SessionSlot } from './session-slot.js';

/** How a run over recordings goes about. */
export interface RunOptions {
  readonly fps: number;
  readonly baseline: SecondsRange | undefined;
  /** Analyse again what is done. */
  readonly force: boolean;
  /** Report failures as they come; false where the caller throws them. */
  readonly reportFailures: boolean;
  /** Starts the detector; called once, when the first recording needs it. */
  startDetector(): Promise<EmotionDetector>;
}

async function analyzeInto(
  { file }: Recording,
  slot: SessionSlot,
  title: string,
  { fps, baseline, startDetector }: RunOptions,
  { progress, interrupt }: Environment,
): Promise<Outcome> {
  await using source = await openMedia(file);
  if (source.info.kind === 'image') {
    throw new PoiseError('INPUT_IS_IMAGE', file, {
      hint: `Use: poise detect ${JSON.stringify(file)}`,
    });
  }
  const detector = await startDetector();
  progress.start(title, source.info.duration);
  const analyzer = await analyzeRecording(source, detector, slot, {
    fps,
    baseline,
    signal: interrupt.signal,
    onProgress: (seconds) => progress.update(seconds),
  }).finally(() => progress.stop());

  // The results are written even when Ctrl-C comes now; the JSON, which marks it as done, last.
  const summary = analyzer.getSessionSummary();
  const reports = new InterviewReportGenerator();
  const png = await reports.generateVisualReport(summary, slot.folder);
  const text = await reports.generateTextReport(summary, slot.folder);
  const json = await analyzer.saveSessionData(slot.outputs.json);
  const outputs = { json, png, text };
  const { warnings } = source.info;
  return { status: 'done', file, digest: digestOf(summary), outputs, warnings: [...warnings] };
}

async function runOne(
  recording: Recording,
  title: string,
  options: RunOptions,
  environment: Environment,
): Promise<Outcome> {
  const { file } = recording;
  const slot = await findSlot(file, recording.folder);
  if (slot.finished !== null && !options.force) {
    const { outputs, finished } = slot;
    return { status: 'skipped', file, digest: digestOf(finished), outputs, warnings: [] };
  }
  return await analyzeInto(recording, slot, title, options, environment);
}

/**
 * Analyses recordings one after the other. A bad one is reported and does not stop the others; after
 * an interrupt the rest counts as cancelled.
 *
 * @throws PoiseError when the detector cannot be started: then no recording can be analysed.
 */
export async function runRecordings(
  entries: readonly (Recording | BadPath)[],
  options: RunOptions,
  environment: Environment,
): Promise<Outcome[]> {
  const { terminal, interrupt, debug } = environment;
  const outcomes: Outcome[] = [];
  let detectorError: unknown;
  const startDetector = (): Promise<EmotionDetector> =>
    options.startDetector().catch((error: unknown) => {
      detectorError = error;
      throw error;
    });
  for (const [i, entry] of entries.entries()) {
    const { file } = entry;
    if (interrupt.signal.aborted) {
      outcomes.push({ status: 'cancelled', file });
      continue;
    }
    const name = basename(file);
    const title = entries.length === 1 ? name : `[${i + 1}/${entries.length}] ${name}`;
    try {
      if ('error' in entry) throw entry.error;
      const outcome = await runOne(entry, title, { ...options, startDetector }, environment);
      if ('warnings' in outcome) {
        for (const warning of outcome.warnings) terminal.note(`${file}: ${warning}`);
      }
      outcomes.push(outcome);
    } catch (thrown) {
      if (detectorError !== undefined) throw thrown;
      const error = toPoiseError(thrown);
      if (error.code === 'CANCELLED') {
        outcomes.push({ status: 'cancelled', file });
        continue;
      }
      outcomes.push({ status: 'failed', file, error });
      if (options.reportFailures) reportError(terminal, thrown, debug);
    }
  }
  return outcomes;
}
