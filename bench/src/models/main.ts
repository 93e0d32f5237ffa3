import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findModel, listModels, loadEntry, type ModelEntry, modelPath } from '@poise/models';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelFigures } from './figures.js';
import { timeInBrowser } from './in-browser.js';
import { timeModels } from './time-models.js';

/** The model that all others are compared with. */
const YARDSTICK = 'emotion-bootstrap';

/** Where the figures are kept. */
const RESULTS = join(import.meta.dirname, '../../results/models.json');

const require = createRequire(import.meta.url);

/** A model to measure. */
interface Subject {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly parameters: number | null;
}

const ofManifest = async (entry: ModelEntry): Promise<Subject> => ({
  name: entry.name,
  path: modelPath(entry),
  bytes: (await loadEntry(entry)).bytes,
  parameters: entry.parameters,
});

const ofFile = async (path: string): Promise<Subject> => ({
  name: basename(path, '.onnx'),
  path,
  bytes: await readFile(path),
  parameters: null,
});

/** Three digits are more than two runs agree on. */
const rounded = (value: number) => Number(value.toPrecision(3));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '10' },
    runs: { type: 'string', default: '30' },
    out: { type: 'string', default: RESULTS },
  },
});
const plan = { rounds: Number(values.rounds), runs: Number(values.runs), warmUp: 30 };
// npm runs this in its own folder; paths are meant from where the person stands.
const here = process.env['INIT_CWD'] ?? process.cwd();

const others = listModels().filter(({ task, name }) => task === 'expression' && name !== YARDSTICK);
const subjects = [
  ...(await Promise.all([findModel(YARDSTICK), ...others].map(ofManifest))),
  ...(await Promise.all(positionals.map((path) => ofFile(resolve(here, path))))),
];

const node = await timeModels(
  { InferenceSession, Tensor },
  subjects.map(({ bytes }) => bytes),
  { intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: 'all' },
  plan,
);
const browser = await timeInBrowser(
  subjects.map(({ path }) => path),
  plan,
);

const at = (times: readonly number[], i: number) => times[i] ?? Number.NaN;
const ortPackage = join(dirname(require.resolve('onnxruntime-node')), '../package.json');
const figures: ModelFigures = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  versions: {
    node: process.versions.node,
    onnxruntime: (JSON.parse(await readFile(ortPackage, 'utf8')) as { version: string }).version,
    chromium: browser.chromium,
  },
  yardstick: YARDSTICK,
  models: subjects.map(({ name, bytes, parameters }, i) => ({
    name,
    bytes: bytes.byteLength,
    parameters,
    node_ms: rounded(at(node, i)),
    browser_ms: rounded(at(browser.times, i)),
    node_ratio: rounded(at(node, i) / at(node, 0)),
    browser_ratio: rounded(at(browser.times, i) / at(browser.times, 0)),
  })),
};
const out = resolve(here, values.out);
await mkdir(dirname(out), { recursive: true });
await writeFile(out, `${JSON.stringify(figures, null, 2)}\n`);
console.table(Object.fromEntries(figures.models.map(({ name, ...row }) => [name, row])), [
  'bytes',
  'node_ms',
  'node_ratio',
  'browser_ms',
  'browser_ratio',
]);
