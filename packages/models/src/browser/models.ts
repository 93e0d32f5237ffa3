import manifest from '@poise/models/manifest.json' with { type: 'json' };
import { chooseDefaultModel, chooseModel } from '../choose.js';
import type { ModelEntry, ModelTask } from '../manifest.js';
import { readManifest } from '../parse-manifest.js';

/** All models of the manifest, in its order. */
export const MODELS: readonly ModelEntry[] = readManifest(manifest);

/**
 * The model of a name.
 *
 * @param name - as in the manifest, for example `blazeface`.
 * @param task - when given, the model must be for this task.
 * @throws PoiseError MODEL_UNKNOWN, which names the models that there are.
 */
export function findModel(name: string, task?: ModelTask): ModelEntry {
  return chooseModel(MODELS, name, task);
}

/**
 * The model that is used for a task when none is named.
 *
 * @throws PoiseError MODEL_UNKNOWN when the task has none.
 */
export function defaultModel(task: ModelTask): ModelEntry {
  return chooseDefaultModel(MODELS, task);
}
