import { PoiseError } from '@poise/core';
import { fetchModel, findModel, type ModelEntry } from '@poise/models/browser';
import type { ModelSource } from '../load-pipeline.js';
import type { LoadTotal } from './load-total.js';

/**
 * Fetches models over HTTP, all at once, each one time.
 *
 * @param urls - addresses by the model's name.
 * @param total - told the bytes that are there.
 * @throws PoiseError MODEL_MISSING when a model has no address.
 */
export function fetchModels(
  names: readonly string[],
  urls: Readonly<Record<string, string>>,
  total: LoadTotal,
): ModelSource {
  const fetchOne = async (entry: ModelEntry) => {
    const url = urls[entry.name];
    if (url === undefined) throw new PoiseError('MODEL_MISSING', `no address for ${entry.name}`);
    const tell = total.expect(entry.name, entry.bytes);
    const bytes = await fetchModel(entry, url, { onProgress: ({ loaded }) => tell(loaded) });
    return { entry, bytes };
  };
  const files = new Map(names.map((name) => [name, fetchOne(findModel(name))]));
  // A failure is reported where the file is awaited; until then it is no unhandled rejection.
  for (const file of files.values()) file.catch(() => undefined);
  return async (name) => {
    const file = files.get(name);
    if (file === undefined) throw new PoiseError('MODEL_MISSING', `${name} was not asked for`);
    return await file;
  };
}
