import { PoiseError } from '@poise/core';
import type { ModelEntry, ModelTask } from './manifest.js';

/**
 * The model of a name among some models.
 *
 * @param task - when given, the model must be for this task.
 * @throws PoiseError MODEL_UNKNOWN, which names the models that there are.
 */
export function chooseModel(
  models: readonly ModelEntry[],
  name: string,
  task?: ModelTask,
): ModelEntry {
  const candidates = models.filter((model) => task === undefined || model.task === task);
  const found = candidates.find((model) => model.name === name);
  if (found) return found;
  const names = candidates.map((model) => model.name).join(', ') || '(none)';
  const what = task === undefined ? '' : ` for ${task}`;
  throw new PoiseError('MODEL_UNKNOWN', `"${name}"`, {
    hint: `The models${what} are: ${names}.`,
  });
}

/**
 * The default model of a task among some models.
 *
 * @throws PoiseError MODEL_UNKNOWN when no model of the task is marked as its default.
 */
export function chooseDefaultModel(models: readonly ModelEntry[], task: ModelTask): ModelEntry {
  const found = models.find((model) => model.task === task && model.default);
  if (found) return found;
  throw new PoiseError('MODEL_UNKNOWN', `a default for ${task}`);
}
