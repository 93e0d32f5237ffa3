import { basename } from 'node:path';
import { analyzeRoom, type SecondsRange } from '@poise/analysis';
import { PoiseError } from '@poise/core';
import { openMedia } from '@poise/media';
import { InterviewReportGenerator } from '@poise/report';
import { type SessionSummary, saveSummary } from '@poise/session';
import type { Environment } from '../environment.js';
import { reportError, toPoiseError } from '../output/errors.js';
import { printable } from '../output/text.js';
import type { DetectorSource } from './detector-source.js';
import { digestOf, type Outcome } from './outcome.js';
import type { BadPath, Recording } from './recordings.js';
import { readOthers, removeOthers, writeOthers } from './room-files.js';
import { findSlot, type SessionSlot } from './session-slot.js';

/** How a run over recordings goes about. */
export interface RunOptions {
  readonly fps: number;
  readonly baseline: SecondsRange | 'none' | undefined;
  /** Whether everybody in the recordings agreed to be read. */
  readonly everyoneAgreed: boolean;
  /** How many people are read at once at most, where everybody agreed. */
  readonly mostRead: number;
  /** How many faces the detectors follow at most. */
  readonly facesFollowed: number;
  /** Analyse again what is done. */
  readonly force: boolean;
  /** Report failures as they come; false where the caller throws them. */
  readonly reportFailures: boolean;
  /** The person's own past sessions, for the text report; null when none were given. */
  readonly history: readonly SessionSummary[] | null;
  readonly detectors: DetectorSource;
}

/** What is wrong with a resting face that was given. */
function baselineWarnings({ baseline }: SessionSummary): string[] {
  if (baseline.smiling !== true) return [];
  return [
    'A smile is seen in the seconds of --baseline, so that smiles count for less. Give a stretch in which your face rests.',
  ];
}

/** What a result of an earlier run lacks of what is asked for now. */
async function skippedWarnings(
  { folder, sessionId }: SessionSlot,
  { everyoneAgreed }: RunOptions,
): Promise<string[]> {
  if (!everyoneAgreed || (await readOthers(folder, sessionId)) !== null) return [];
  return [
    'It was analysed before, without --everyone-agreed: nobody but the candidate was read. --force analyses it again.',
  ];
}

async function analyzeInto(
  { file }: Recording,
  slot: SessionSlot,
  title: string,
  { fps, baseline, everyoneAgreed, mostRead, facesFollowed, history, detectors }: RunOptions,
  { progress, interrupt }: Environment,
): Promise<Outcome> {
  await using source = await openMedia(file);
  if (source.info.kind === 'image') {
    throw new PoiseError('INPUT_IS_IMAGE', file, {
      hint: `Use: poise detect ${JSON.stringify(file)}`,
    });
  }
  const detector = await detectors.get();
  progress.start(title, source.info.duration);
  const analysis = await analyzeRoom(source, detector, slot, {
    everyoneAgreed,
    mostRead,
    facesFollowed,
    fps,
    baseline,
    baselineName: '--baseline',
    signal: interrupt.signal,
    onProgress: (seconds) => progress.update(seconds),
  }).finally(() => progress.stop());

  const { candidate: summary, others } = analysis;

  // The results are written even when Ctrl-C comes now; the JSON, which marks it as done, last.
  const reports = new InterviewReportGenerator({ history: history ?? [] });
  const png = await reports.generateVisualReport(summary, slot.folder);
  const text = await reports.generateTextReport(summary, slot.folder);
  await removeOthers(slot.folder, slot.sessionId);
  if (others !== null) await writeOthers(slot.folder, others);
  const json = await saveSummary(summary, slot.outputs.json);
  const outputs = { json, png, text };
  const warnings = [...source.info.warnings, ...baselineWarnings(summary)];
  return { status: 'done', file, digest: digestOf(summary), outputs, warnings };
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
    // The past may have grown since; the text alone compares with it.
    if (options.history !== null) {
      const reports = new InterviewReportGenerator({ history: options.history });
      await reports.generateTextReport(finished, slot.folder);
    }
    const warnings = await skippedWarnings(slot, options);
    return { status: 'skipped', file, digest: digestOf(finished), outputs, warnings };
  }
  return await analyzeInto(recording, slot, title, options, environment);
}

/**
 * Analyses recordings one after the other. A bad one is reported and does not stop the others; after
 * an interrupt the rest counts as cancelled. A detector that broke is not used for the next one.
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
      const outcome = await runOne(entry, title, options, environment);
      if ('warnings' in outcome) {
        for (const warning of outcome.warnings) terminal.note(printable(`${file}: ${warning}`));
      }
      outcomes.push(outcome);
    } catch (thrown) {
      if (options.detectors.cannotStart) throw thrown;
      const error = toPoiseError(thrown);
      await options.detectors.afterError(error.code);
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
