import { code, decimals, NOTHING, percent, points, table } from './markdown.js';
import type { Head, Trained } from './results.js';
import type { Sources } from './sources.js';

/** The models: what they are, each with its card. */
export function shippedModels({ shipped, trained }: Sources): string {
  const items = shipped.map(({ name, default: isDefault, description, card }) => {
    const [role, use] = isDefault
      ? [', the default', 'For practice: the page and the command use it unless told otherwise.']
      : ['', `For comparison: \`poise evaluate --model ${name}\`.`];
    return `- ${code(name)}${role}: ${description} ${use} [Card](../packages/models/${card}).`;
  });
  const others = trained.filter(({ name }) => !shipped.some((entry) => entry.name === name));
  for (const { name, architecture } of others)
    items.push(`- ${code(name)}: ${architecture}, trained for the comparison; it does not ship.`);
  return items.join('\n');
}

const hasLearnedCopies = (run: Trained): boolean => run.learned_copies === true;

const differInCopiesAlone = (run: Trained, without: Trained): boolean =>
  hasLearnedCopies(run) &&
  !hasLearnedCopies(without) &&
  run.epochs === without.epochs &&
  run.seed === without.seed &&
  run.data_sha256 === without.data_sha256;

/**
 * The same recipe without and with the copies of test images among what it learns.
 *
 * @throws TypeError when the two runs differ in more than that.
 */
export function copiesTable({ copied }: Sources): string | undefined {
  const row = (name: string, learned: string, run: Trained) => [
    name,
    learned,
    percent(run.official.fer2013.accuracy),
    percent(run.official_mirrored?.fer2013.accuracy),
    percent(run.deduplicated?.fer2013.accuracy),
    percent(run.official.ferplus.accuracy),
    percent(run.official.ferplus.macro_f1),
  ];
  const rows = copied.filter(hasLearnedCopies).flatMap((run) => {
    const name = run.name.replace(/-copies$/, '');
    const without = copied.find((other) => other.name === name);
    if (without === undefined || !differInCopiesAlone(run, without))
      throw new TypeError(
        `training/results/copies/${run.name}.json is not the run of ${name}.json with the copies.`,
      );
    return [row(code(name), 'no', without), row('', 'yes', run)];
  });
  if (rows.length === 0) return undefined;
  const header = ['recipe', 'learned the copies', 'FER2013 label', '… with the mirrored picture'];
  const more = ['… without copies', 'FER+ plurality', 'macro-F1 (FER+)'];
  return table([...header, ...more], rows, 2);
}

/** Training and calibration of each network. */
export function calibrationTable({ trained, shipped }: Sources): string | undefined {
  if (trained.length === 0) return undefined;
  const rows = trained.map((result) => {
    const { name, architecture, epochs, train_seconds, official } = result;
    const before = official.ece_before_temperature;
    return [
      code(name),
      architecture,
      epochs === undefined ? NOTHING : String(epochs),
      train_seconds === undefined ? NOTHING : `${(train_seconds / 3600).toFixed(1)} h`,
      `${decimals(before?.ferplus, 3)} → ${decimals(official.ferplus.ece, 3)}`,
      `${decimals(before?.fer2013, 3)} → ${decimals(official.fer2013.ece, 3)}`,
      temperatures(result, shipped),
      decimals(official.vote_divergence, 3),
    ];
  });
  const header = ['model', 'architecture', 'epochs', 'training', 'ECE, FER+', 'ECE, FER2013'];
  return table([...header, 'temperatures', 'divergence from the votes, nats'], rows, 2);
}

/** Those of the result; of a model that was not trained here, those of the manifest. */
function temperatures({ name, temperature }: Trained, shipped: Sources['shipped']): string {
  const entry = shipped.find((candidate) => candidate.name === name)?.temperature;
  const ferplus = temperature?.ferplus ?? entry?.['probabilities'];
  const fer2013 = temperature?.fer2013 ?? entry?.['fer2013_probabilities'];
  return `${decimals(ferplus, 2)}, ${decimals(fer2013, 2)}`;
}

/** What the conditions of training are, in words; others go by their names. */
const CONDITIONS: Readonly<Record<string, string>> = {
  dark: 'an eighth of the light',
  back_light: 'a window behind the head',
  blur: 'out of focus',
  jpeg_30: 'JPEG of quality 30',
  roll_left_20: "the head rolled by 20° to the picture's left",
  roll_right_20: "the head rolled by 20° to the picture's right",
  face_24_px: 'a face of 24 pixels, enlarged',
};

/** The figures under the conditions of a bad webcam. */
export function robustnessTable({ trained }: Sources): string | undefined {
  const tested = trained.flatMap(({ name, official, robustness }) =>
    robustness === undefined ? [] : [{ name, official, robustness }],
  );
  if (tested.length === 0) return undefined;
  const cell = (head: Head | undefined) =>
    head === undefined
      ? NOTHING
      : `${percent(head.accuracy)} (${percent(head.neutral_called_negative)})`;
  const conditions = [...new Set(tested.flatMap(({ robustness }) => Object.keys(robustness)))];
  const rows = conditions.map((condition) => [
    CONDITIONS[condition] ?? condition.replaceAll('_', ' '),
    ...tested.map(({ robustness }) => cell(robustness[condition]?.ferplus)),
  ]);
  rows.unshift(['as taken', ...tested.map(({ official }) => cell(official.ferplus))]);
  return table(['condition', ...tested.map(({ name }) => code(name))], rows);
}

/** A spread behind its mean; nothing where there is none. */
const plusMinus = (spread: number | null, write: (value: number) => string) =>
  spread === null ? '' : ` ± ${write(spread)}`;

/** What each ingredient of the training brings. */
export function ablationTable({ ablations }: Sources): string | undefined {
  const [whole] = ablations?.runs ?? [];
  if (ablations === undefined || whole === undefined) return undefined;
  const rows = ablations.runs.map((run) => {
    const cell = (key: 'ferplus' | 'fer2013') => [
      `${percent(run[key].mean)}${plusMinus(run[key].spread, (value) => (value * 100).toFixed(1))}`,
      run === whole ? '' : points(run[key].mean - whole[key].mean),
    ];
    const ece = `${decimals(run.ece.mean, 3)}${plusMinus(run.ece.spread, (value) => decimals(value, 3))}`;
    return [run.name, String(run.seeds.length), ...cell('ferplus'), ...cell('fer2013'), ece];
  });
  const header = ['run', 'seeds', 'FER+ plurality', 'points', 'FER2013 label', 'points', 'ECE'];
  const shown = table(header, rows);
  return ablations.note === undefined ? shown : `${ablations.note}\n\n${shown}`;
}

/** Which step of the work brought what. */
export function historyTable({ history }: Sources): string | undefined {
  if (history === undefined || history.steps.length === 0) return undefined;
  const rows = history.steps.map((step) => [
    step.step,
    step.note ?? '',
    percent(step.fer2013),
    percent(step.ferplus),
    percent(step.neutral_called_negative),
  ]);
  const header = ['step', 'note', 'FER2013 label', 'FER+ plurality', 'neutral called negative'];
  return table(header, rows, 2);
}
