import type { ModelTime } from '../models/figures.js';
import { OTHER_LOOKS } from './looks.js';
import { code, decimals, millions, NOTHING, percent, table } from './markdown.js';
import type { Judgement } from './results.js';
import type { Sources } from './sources.js';

/** Every model of which anything is known but those of the comparison: those that ship first. */
function names({ shipped, trained, compared, bench }: Sources): string[] {
  const all = [shipped, trained, bench?.models ?? []].flat().map(({ name }) => name);
  return [...new Set(all)].filter((name) => !compared.some((other) => other.name === name));
}

/** The figures of a judgement that every table of models has, in the order of {@link ACCURACIES}. */
const accuracy = (judged: Judgement | undefined) => [
  percent(judged?.fer2013.accuracy),
  percent(judged?.ferplus.accuracy),
  percent(judged?.ferplus.macro_f1),
  decimals(judged?.ferplus.ece, 3),
  percent(judged?.ferplus.neutral_called_negative),
];

const ACCURACIES = [
  'FER2013 label',
  'FER+ plurality',
  'macro-F1 (FER+)',
  'ECE (FER+)',
  'neutral called negative',
] as const;

/** What a model weighs and takes, in the order of {@link COSTS}. */
const cost = (parameters: number | null | undefined, bytes?: number, timed?: ModelTime) => [
  millions(parameters),
  bytes === undefined ? NOTHING : `${(bytes / 1e6).toFixed(1)} MB`,
  speed(timed?.node_ms, timed?.node_ratio),
  speed(timed?.browser_ms, timed?.browser_ratio),
];

const COSTS = ['parameters', 'file', 'ms in Node', 'ms in the browser'] as const;

/** The table of all models; undefined where nothing was measured. */
export function modelTable(sources: Sources): string | undefined {
  const { bench, trained, shipped } = sources;
  if (bench === undefined && trained.length === 0) return undefined;
  const rows = names(sources).flatMap((name) => {
    const result = trained.find((candidate) => candidate.name === name);
    const entry = shipped.find((candidate) => candidate.name === name);
    const timed = bench?.models.find((candidate) => candidate.name === name);
    const bytes = timed?.bytes ?? entry?.bytes;
    const row = [
      code(name),
      ...accuracy(result?.official),
      ...cost(result?.parameters ?? entry?.parameters ?? timed?.parameters, bytes, timed),
    ];
    const more = OTHER_LOOKS.map(({ label, of }) => ({ label, judged: result && of(result) }));
    const shown = more.filter(({ judged }) => judged !== undefined);
    return [row, ...shown.map(({ label, judged }) => [label, ...accuracy(judged), '', '', '', ''])];
  });
  return table(['model', ...ACCURACIES, ...COSTS], rows);
}

/** What each architecture comes to in a run of the same length, the most accurate first. */
export function comparisonTable({ compared, bench }: Sources): string | undefined {
  if (compared.length === 0) return undefined;
  const rows = [...compared]
    .sort((a, b) => b.official.ferplus.accuracy - a.official.ferplus.accuracy)
    .map(({ name, architecture, epochs, train_seconds, parameters, official }) => {
      const timed = bench?.models.find((candidate) => candidate.name === name);
      const minutes =
        train_seconds === undefined ? NOTHING : `${(train_seconds / 60).toFixed(0)} min`;
      const run = epochs === undefined ? NOTHING : `${epochs} epochs, ${minutes}`;
      return [
        architecture.replaceAll('_', ' '),
        run,
        ...accuracy(official),
        ...cost(parameters, timed?.bytes, timed),
      ];
    });
  return table(['architecture', 'training', ...ACCURACIES, ...COSTS], rows, 2);
}

/** Milliseconds, and what they are in those of the yardstick. */
function speed(ms: number | undefined, ratio: number | undefined): string {
  if (ms === undefined || ratio === undefined) return NOTHING;
  return `${decimals(ms, 1)} (× ${decimals(ratio, 2)})`;
}

/** Where and when the milliseconds were measured. */
export function benchConditions({ bench }: Sources): string | undefined {
  if (bench === undefined) return undefined;
  const { date, machine, versions, yardstick } = bench;
  return `Milliseconds: one face at a time, one thread, median, measured on ${date} on ${machine} with Node ${versions.node}, ONNX Runtime ${versions.onnxruntime} and Chromium ${versions.chromium} (WebAssembly, in a worker); in brackets, how many times those of ${code(yardstick)} in the same run.`;
}
