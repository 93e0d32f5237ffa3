import type { ModelEntry, ModelTask } from './manifest.js';

/** The version of the manifest's form that this code reads. */
export const MANIFEST_VERSION = 1;

const TASKS: readonly string[] = [
  'face-detection',
  'face-landmarks',
  'iris-landmarks',
  'expression',
] satisfies ModelTask[];

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) > 0;
const isList: Check = (value) => Array.isArray(value) && value.length > 0;

/** Every key that an entry must have, and what it must be. */
const REQUIRED: Readonly<Record<string, Check>> = {
  name: isText,
  task: (value) => typeof value === 'string' && TASKS.includes(value),
  default: (value) => typeof value === 'boolean',
  description: isText,
  file: isText,
  bytes: isCount,
  sha256: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  parameters: isCount,
  inputs: (value) => isList(value) && (value as unknown[]).every(isInput),
  outputs: (value) => isList(value) && (value as unknown[]).every(isOutput),
  preprocessing: isText,
  licence: isText,
  source: isSource,
  card: isText,
  data: isText,
};

/**
 * Reads the text of manifest.json.
 *
 * @throws TypeError when it is not a manifest; the message names the entry and the key.
 */
export function parseManifest(text: string): readonly ModelEntry[] {
  return readManifest(JSON.parse(text));
}

/**
 * Reads manifest.json, already parsed.
 *
 * @throws TypeError when it is not a manifest; the message names the entry and the key.
 */
export function readManifest(manifest: unknown): readonly ModelEntry[] {
  if (!isRecord(manifest) || manifest['version'] !== MANIFEST_VERSION) {
    throw new TypeError(`The model manifest is not of version ${MANIFEST_VERSION}.`);
  }
  const models = manifest['models'];
  if (!Array.isArray(models)) throw new TypeError('The model manifest has no list of models.');
  models.forEach((entry: unknown, i) => {
    const record = isRecord(entry) ? entry : {};
    for (const [key, check] of Object.entries(REQUIRED)) {
      if (!check(record[key])) {
        const name = isText(record['name']) ? `"${record['name']}"` : `number ${i + 1}`;
        throw new TypeError(`Model ${name} of the manifest has no valid "${key}".`);
      }
    }
  });
  return models as readonly ModelEntry[];
}

function isSource(value: unknown): boolean {
  return isRecord(value) && isText(value['by']);
}

function isInput(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['name']) &&
    Array.isArray(value['shape']) &&
    value['shape'].length === 4 &&
    value['layout'] === 'NCHW' &&
    (value['colour'] === 'rgb' || value['colour'] === 'gray') &&
    typeof value['scale'] === 'number' &&
    typeof value['offset'] === 'number' &&
    Array.isArray(value['range'])
  );
}

function isOutput(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['name']) &&
    isText(value['meaning']) &&
    Array.isArray(value['shape']) &&
    value['shape'].every((size) => Number.isSafeInteger(size))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
