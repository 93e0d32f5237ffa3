import { listModels, type ModelEntry } from '@poise/models';
import type { Environment } from '../environment.js';
import { EXIT_CODES } from '../exit-codes.js';
import { formatTable } from '../output/table.js';
import { printJson } from '../output/terminal.js';
import { formatBytes, formatShare } from '../output/text.js';

/** A metric of a manifest entry by its path; null where it is absent or no number. */
function metric(entry: ModelEntry, group: string, name: string): number | null {
  const groups: Readonly<Record<string, unknown>> = entry.metrics ?? {};
  const figures = groups[group];
  if (typeof figures !== 'object' || figures === null) return null;
  const value: unknown = Reflect.get(figures, name);
  return typeof value === 'number' ? value : null;
}

/** The one figure to choose a model by, in words. */
function keyMetric(entry: ModelEntry): string {
  // As `poise evaluate --crops` measures it, so that the reader can measure it again.
  const ferplus = metric(entry, 'evaluate_public_test', 'ferplus');
  return ferplus === null ? '–' : `${formatShare(ferplus)} of FER+ public test`;
}

/** Lists the models that are installed. */
export function modelsCommand({ json }: { readonly json: boolean }, env: Environment): number {
  const models = listModels();
  if (json) {
    const entries = models.map(({ name, task, default: isDefault, bytes, metrics, ...rest }) => ({
      name,
      task,
      default: isDefault,
      bytes,
      metrics: metrics ?? null,
      licence: rest.licence,
      sha256: rest.sha256,
      description: rest.description,
    }));
    printJson(env.terminal, { models: entries });
    return EXIT_CODES.done;
  }
  const rows = models.map((entry) => [
    entry.name,
    entry.task,
    entry.default ? 'yes' : '',
    formatBytes(entry.bytes),
    keyMetric(entry),
    entry.licence,
  ]);
  const header = ['name', 'task', 'default', 'size', 'accuracy', 'licence'];
  env.terminal.print(formatTable(header, rows, ['left', 'left', 'left', 'right']));
  return EXIT_CODES.done;
}
