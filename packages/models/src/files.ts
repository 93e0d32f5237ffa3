import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PoiseError } from '@poise/core';
import { chooseDefaultModel, chooseModel } from './choose.js';
import type { LoadedModel } from './loaded-model.js';
import type { ModelEntry, ModelTask } from './manifest.js';
import { parseManifest } from './parse-manifest.js';

/** The folder of this package: the paths in the manifest start here. */
export function packageRoot(): string {
  return fileURLToPath(new URL('..', import.meta.url));
}

/**
 * All models of a manifest, in its order.
 *
 * @param directory - the folder of the manifest: by default this package; else an export of training.
 */
export function listModels(directory: string = packageRoot()): readonly ModelEntry[] {
  return parseManifest(readFileSync(join(directory, 'manifest.json'), 'utf8'));
}

/**
 * The model of a name.
 *
 * @param name - as in the manifest, for example `blazeface`.
 * @param task - when given, the model must be for this task.
 * @throws PoiseError MODEL_UNKNOWN, which names the models that there are.
 */
export function findModel(name: string, task?: ModelTask): ModelEntry {
  return chooseModel(listModels(), name, task);
}

/**
 * The model that is used for a task when none is named.
 *
 * @throws PoiseError MODEL_UNKNOWN when the task has none.
 */
export function defaultModel(task: ModelTask): ModelEntry {
  return chooseDefaultModel(listModels(), task);
}

/**
 * The path of a model's ONNX file. The file is not touched.
 *
 * @param directory - the folder that the manifest's paths start from; by default this package.
 */
export function modelPath(entry: ModelEntry, directory: string = packageRoot()): string {
  return join(directory, entry.file);
}

/**
 * The path of a model's golden vectors, or undefined where it has none. The file is not touched.
 *
 * @param directory - the folder that the manifest's paths start from; by default this package.
 */
export function goldenPath(
  { golden }: ModelEntry,
  directory: string = packageRoot(),
): string | undefined {
  return golden === undefined ? undefined : join(directory, golden);
}

/** Options of {@link loadModel}. */
export interface LoadModelOptions {
  /** The folder that the manifest's paths start from; by default this package. */
  readonly directory?: string;
}

/**
 * Reads a model and checks it against the manifest.
 *
 * @param name - as in the manifest.
 * @returns the entry, and the bytes to make an inference session from.
 * @throws PoiseError MODEL_UNKNOWN for another name, MODEL_MISSING when there is no file,
 * MODEL_CORRUPTED when its size or SHA-256 differs; the last two give the path.
 */
export async function loadModel(
  name: string,
  options: LoadModelOptions = {},
): Promise<LoadedModel> {
  return await loadEntry(findModel(name), options.directory);
}

/**
 * Reads the model of an entry, of this manifest or of an export, and checks it against the entry.
 *
 * @param directory - the folder that the entry's paths start from; by default this package.
 * @throws PoiseError MODEL_MISSING when there is no file, MODEL_CORRUPTED when its size or SHA-256
 * differs; both give the path.
 */
export async function loadEntry(entry: ModelEntry, directory?: string): Promise<LoadedModel> {
  const path = modelPath(entry, directory);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new PoiseError('MODEL_MISSING', path, { cause });
  }
  if (bytes.byteLength !== entry.bytes) {
    const sizes = `${bytes.byteLength} bytes instead of ${entry.bytes}`;
    throw new PoiseError('MODEL_CORRUPTED', `${path} (${sizes})`);
  }
  if (sha256(bytes) !== entry.sha256) {
    throw new PoiseError('MODEL_CORRUPTED', `${path} (SHA-256 differs)`);
  }
  return { entry, bytes };
}

/** The SHA-256 of bytes, in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
