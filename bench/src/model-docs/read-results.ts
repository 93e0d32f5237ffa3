import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ModelFigures, modelFiguresSchema } from '../models/figures.js';
import {
  type Ablations,
  ablationsSchema,
  type History,
  historySchema,
  type Trained,
  trainedSchema,
} from './results.js';

/** All that has been measured; what has not been is undefined or empty. */
export interface Results {
  readonly bench: ModelFigures | undefined;
  /** By their names, in alphabetical order. */
  readonly trained: readonly Trained[];
  /** The same of the equal short runs that compare architectures. */
  readonly compared: readonly Trained[];
  /** The same of runs without and with copies of test images among what they learn; the latter are named as the former, and `-copies`. */
  readonly copied: readonly Trained[];
  readonly history: History | undefined;
  readonly ablations: Ablations | undefined;
}

/** Files of training/results that are not about one network. */
const HISTORY = 'history.json';
const ABLATIONS = 'ablations.json';

/**
 * Reads what was measured.
 *
 * @param root - the folder of the repository.
 * @throws TypeError when a file is not JSON or not of its form; the message names file and key.
 */
export async function readResults(root: string): Promise<Results> {
  const folder = join(root, 'training', 'results');
  return {
    bench: await readOptional(join(root, 'bench', 'results', 'models.json'), modelFiguresSchema),
    trained: await readTrained(folder),
    compared: await readTrained(join(folder, 'comparison')),
    copied: await readTrained(join(folder, 'copies')),
    history: await readOptional(join(folder, HISTORY), historySchema),
    ablations: await readOptional(join(folder, ABLATIONS), ablationsSchema),
  };
}

/** The networks of a folder, by their names in alphabetical order. */
async function readTrained(folder: string): Promise<Trained[]> {
  const names = await readdir(folder).catch(() => []);
  const networks = names
    .filter((name) => name.endsWith('.json') && name !== HISTORY && name !== ABLATIONS)
    .sort();
  const trained = await Promise.all(
    networks.map((name) => readOptional(join(folder, name), trainedSchema)),
  );
  return trained.filter((result) => result !== undefined);
}

/** A file of one form, or undefined where there is none. */
async function readOptional<Form extends z.ZodType>(
  path: string,
  form: Form,
): Promise<z.infer<Form> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`${path} is not JSON: ${String(cause)}`, { cause });
  }
  const { data, error } = form.safeParse(value);
  if (error !== undefined) throw new TypeError(`${path}:\n${z.prettifyError(error)}`);
  return data;
}
