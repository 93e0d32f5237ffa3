import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { PoiseError } from '@poise/core';
import { writeFileAtomically } from '@poise/core/node';
import { modelPath, sha256 } from '../files.js';
import type { ModelEntry, SourceFile } from '../manifest.js';
import { convertGraphModel } from './convert.js';
import { convertMtcnn } from './convert-mtcnn.js';
import type { WeightPrecision } from './graph-writer.js';

/** Where generated files go and where sources come from. */
export interface GenerateOptions {
  /** The folder that the manifest's paths start from. */
  readonly directory: string;
  /** The root of the source package; by default where Node finds it. */
  readonly sourceDirectory?: string;
}

/** Whether the build makes a model's ONNX file; all others are committed. */
export function isGenerated({ source }: ModelEntry): boolean {
  return source.package !== undefined;
}

/**
 * Makes a model's ONNX file from its source, unless the file is there and right.
 *
 * @returns whether the file was written or kept.
 * @throws PoiseError MODEL_MISSING or MODEL_CORRUPTED when a source file is absent or not the one
 * that the manifest pins. RangeError when the build does not give the file of the manifest.
 */
export async function generateModel(
  entry: ModelEntry,
  options: GenerateOptions,
): Promise<'written' | 'kept'> {
  const path = modelPath(entry, options.directory);
  const present = await readFile(path).catch(() => undefined);
  if (present && sha256(present) === entry.sha256) return 'kept';
  const bytes = await convertModel(entry, options);
  const made = sha256(bytes);
  if (made !== entry.sha256 || bytes.byteLength !== entry.bytes) {
    throw new RangeError(
      `The build of ${entry.name} gave ${bytes.byteLength} bytes with SHA-256 ${made}, but the manifest says ${entry.bytes} and ${entry.sha256}. If the converter or its source was changed on purpose, put the new values there.`,
    );
  }
  await writeFileAtomically(path, bytes);
  return 'written';
}

/** Options of {@link convertModel}. */
export interface ConvertModelOptions {
  /** The root of the source package; by default where Node finds it. */
  readonly sourceDirectory?: string;
  /** How kernels are stored; the files that ship have float16. */
  readonly precision?: WeightPrecision;
}

/**
 * Checks a model's source against the manifest and converts it in memory.
 *
 * @throws PoiseError MODEL_MISSING or MODEL_CORRUPTED for a source file, TypeError when the entry is
 * not one that is converted.
 */
export async function convertModel(
  entry: ModelEntry,
  options: ConvertModelOptions = {},
): Promise<Uint8Array> {
  const { package: packageName, files } = entry.source;
  const [input] = entry.inputs;
  if (packageName === undefined || files === undefined || input === undefined) {
    throw new TypeError(`${entry.name} is not converted from a package.`);
  }
  const root = options.sourceDirectory ?? findPackage(packageName);
  const [graph, weights] = await Promise.all(files.map((file) => readSource(root, file)));
  const json = new TextDecoder().decode(graph);
  const plan = {
    name: entry.name,
    input: input.name,
    outputs: entry.outputs.map(({ name, shape, from = name }) => ({ name, shape, from })),
    precision: options.precision ?? 'float16',
  };
  return entry.source.network === undefined
    ? convertGraphModel(json, weights ?? new Uint8Array(), plan)
    : convertMtcnn(json, weights ?? new Uint8Array(), entry.source.network, plan);
}

/** The root of an installed package: the folder of its name above its main file. */
function findPackage(name: string): string {
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const folder = join('node_modules', name) + sep;
    return main.slice(0, main.lastIndexOf(folder) + folder.length);
  } catch (cause) {
    throw new PoiseError('MODEL_MISSING', `the source package ${name}`, { cause });
  }
}

async function readSource(root: string, file: SourceFile): Promise<Uint8Array> {
  const path = join(root, file.path);
  const hint = 'Run "npm ci" again: it installs the version that the manifest names.';
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new PoiseError('MODEL_MISSING', path, { hint, cause });
  });
  if (sha256(bytes) !== file.sha256) {
    throw new PoiseError('MODEL_CORRUPTED', `${path} (SHA-256 differs)`, { hint });
  }
  return bytes;
}
