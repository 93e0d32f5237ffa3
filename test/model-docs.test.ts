import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EMOTIONS } from '@poise/core';
import { listModels } from '@poise/models';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardWithFigures } from '../bench/src/model-docs/cards.js';
import { modelDocument } from '../bench/src/model-docs/document.js';
import { documentFiles } from '../bench/src/model-docs/files.js';
import { readResults } from '../bench/src/model-docs/read-results.js';
import { readSources } from '../bench/src/model-docs/sources.js';

const ROOT = join(import.meta.dirname, '..');
const SHIPPED = listModels().filter(({ task }) => task === 'expression');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poise-model-docs-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(path: string, value: unknown): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
}

const made = async () => modelDocument({ ...(await readResults(folder)), shipped: SHIPPED });

/** A made-up judgement of one head. */
const head = (accuracy: number, negative = 0.04) => ({
  n: 100,
  accuracy,
  macro_f1: accuracy - 0.1,
  recall: Object.fromEntries(EMOTIONS.map((name) => [name, accuracy])),
  ece: 0.0214,
  neutral_called_negative: negative,
  confusion: EMOTIONS.map(() => EMOTIONS.map(() => 2)),
});

const judgement = (ferplus: number, fer2013: number) => ({
  ferplus: head(ferplus),
  fer2013: head(fer2013),
  vote_divergence: 0.3128,
  ece_before_temperature: { ferplus: 0.0712, fer2013: 0.0834 },
});

/** A made-up network. */
const NETWORK = {
  name: 'made-up-net',
  architecture: 'made_up',
  parameters: 3_986_126,
  epochs: 76,
  train_seconds: 6000,
  git_revision: 'abc',
  data_sha256: 'def',
  official: judgement(0.8712, 0.7234),
  deduplicated: judgement(0.8611, 0.7111),
  robustness: { dark: { ferplus: head(0.7512, 0.0611), fer2013: head(0.6) } },
  temperature: { ferplus: 0.93, fer2013: 1.21 },
};

const BENCH = {
  date: '2000-01-02',
  machine: '2 × made-up processor',
  versions: { node: '20.0.0', onnxruntime: '1.2.3', chromium: '100.0' },
  yardstick: 'emotion-bootstrap',
  models: [
    {
      name: 'made-up-net',
      bytes: 4_100_000,
      parameters: null,
      node_ms: 1.234,
      browser_ms: 5.67,
      node_ratio: 0.345,
      browser_ratio: 0.3,
    },
  ],
};

const CARDS = [...new Set(SHIPPED.map(({ card }) => card))];

describe('npm run docs:models', () => {
  const written = async () => documentFiles(ROOT, await readSources(ROOT));
  const paths = ['docs/models.md', ...CARDS.map((card) => `packages/models/${card}`)];

  it('writes docs/models.md and the cards of the expression models', async () => {
    expect((await written()).map(({ path }) => path)).toEqual(paths);
  });

  it.each(paths)('would leave %s as it is', async (path) => {
    const made = (await written()).find((file) => file.path === path);
    expect(await readFile(join(ROOT, path), 'utf8')).toBe(made?.text);
  });
});

describe('docs/models.md', () => {
  it('shows a network on the whole test and without copies, with its costs', async () => {
    await write('training/results/made-up-net.json', NETWORK);
    await write('bench/results/models.json', BENCH);
    const text = await made();
    expect(text).toContain(
      '| `made-up-net` | 72.3 % | 87.1 % | 77.1 % | 0.021 | 4.0 % | 4.0 M | 4.1 MB | 1.2 (× 0.34) | 5.7 (× 0.30) |',
    );
    expect(text).toContain('| … without copies | 71.1 % | 86.1 % | 76.1 % | 0.021 | 4.0 % |');
    expect(text).toContain('| `made-up-net` | FER+ plurality | 100 | 87.1 % |');
    expect(text).toContain('| 1.7 h | 0.071 → 0.021 | 0.083 → 0.021 | 0.93, 1.21 | 0.313 |');
    expect(text).toContain('| an eighth of the light | 75.1 % (6.1 %) |');
    expect(text).toContain('on 2000-01-02 on 2 × made-up processor with Node 20.0.0');
  });

  it('shows the networks of the comparison in a table of their own, the most accurate first', async () => {
    const compared = (name: string, ferplus: number) => ({
      ...NETWORK,
      name,
      architecture: name.replaceAll('-', '_'),
      official: judgement(ferplus, 0.6),
    });
    await write('training/results/comparison/wide-net.json', compared('wide-net', 0.7111));
    await write('training/results/comparison/made-up-net.json', compared('made-up-net', 0.8111));
    await write('bench/results/models.json', BENCH);
    const text = await made();
    const rows = text.split('\n').filter((line) => line.includes('76 epochs, 100 min'));
    expect(rows).toEqual([
      '| made up net | 76 epochs, 100 min | 60.0 % | 81.1 % | 71.1 % | 0.021 | 4.0 % | 4.0 M | 4.1 MB | 1.2 (× 0.34) | 5.7 (× 0.30) |',
      '| wide net | 76 epochs, 100 min | 60.0 % | 71.1 % | 61.1 % | 0.021 | 4.0 % | 4.0 M | – | – | – |',
    ]);
    expect(text).not.toContain('`made-up-net`');
    expect(text).toContain('## The architectures');
  });

  it('sets a run that has learned the copies of test images beside the one that has not', async () => {
    await write('training/results/copies/made-up-net.json', NETWORK);
    await write('training/results/copies/made-up-net-copies.json', {
      ...NETWORK,
      name: 'made-up-net-copies',
      learned_copies: true,
      official: judgement(0.8812, 0.7567),
    });
    const text = await made();
    expect(text).toContain('## What copies are worth');
    expect(text).toContain('| `made-up-net` | no | 72.3 % |');
    expect(text).toContain('|  | yes | 75.7 % |');
    expect(text).not.toContain('`made-up-net-copies`');
    const other = { ...NETWORK, name: 'made-up-net-copies', learned_copies: true, epochs: 99 };
    await write('training/results/copies/made-up-net-copies.json', other);
    await expect(made()).rejects.toThrow(/made-up-net-copies.json is not the run of made-up-net/);
  });

  it('names each model that ships with its card, and those that do not ship', async () => {
    await write('training/results/made-up-net.json', NETWORK);
    const text = await made();
    for (const { name, card } of SHIPPED) {
      expect(text).toContain(`\`${name}\``);
      expect(text).toContain(`(../packages/models/${card})`);
    }
    expect(text).toMatch(/`made-up-net`: made_up, .* does not ship/);
  });

  it('shows ablations as distances from the first run, and the history', async () => {
    const run = (name: string, mean: number) => ({
      name,
      seeds: [1, 2, 3],
      ferplus: { mean, spread: 0.003 },
      fer2013: { mean: mean - 0.1, spread: 0.004 },
      ece: { mean: 0.03, spread: 0.002 },
    });
    const runs = [run('all', 0.8), run('without MixUp', 0.79), run('without focal loss', 0.8)];
    await write('training/results/ablations.json', { note: 'Ten epochs each.', runs });
    const steps = [{ step: 'The first | model', fer2013: 0.667, note: 'one night' }];
    await write('training/results/history.json', { steps });
    const text = await made();
    expect(text).toContain('Ten epochs each.');
    expect(text).toContain('| all | 3 | 80.0 % ± 0.3 |  | 70.0 % ± 0.4 |  | 0.030 ± 0.002 |');
    expect(text).toContain('| without MixUp | 3 | 79.0 % ± 0.3 | −1.0 | 69.0 % ± 0.4 | −1.0 |');
    expect(text).toContain('| without focal loss | 3 | 80.0 % ± 0.3 | ±0.0 |');
    expect(text).toContain('| The first \\| model | one night | 66.7 % | – | – |');
  });

  it('leaves out what has not been measured', async () => {
    const text = await made();
    expect(text).toMatch(/Not for: selecting, ranking or assessing people/);
    expect(text.match(/^## .*/gm)).toEqual(['## What they are for, and what not', '## The models']);
    expect(text).not.toContain('undefined');
  });

  it('is not made of results of another form: the message names the file and the key', async () => {
    const official = { ...NETWORK.official, ferplus: { ...head(0.8), accuracy: 87.1 } };
    await write('training/results/made-up-net.json', { ...NETWORK, official });
    await expect(made()).rejects.toThrow(/made-up-net\.json:[\s\S]*official\.ferplus\.accuracy/);
    await write('training/results/made-up-net.json', '{"name": NaN}');
    await expect(made()).rejects.toThrow(/made-up-net\.json is not JSON/);
    await write('training/results/made-up-net.json', NETWORK);
    await write('bench/results/models.json', { ...BENCH, models: [{ name: 'x' }] });
    await expect(made()).rejects.toThrow(/models\.json:[\s\S]*models\[0\]\.bytes/);
  });
});

describe('the card of a model', () => {
  const [entry] = SHIPPED;
  if (entry === undefined) throw new Error('no expression model ships');
  const CARD = entry.card;

  /** What stands in the cards between their two marks. */
  const MARKED = /(<!-- measured:.*-->)[\s\S]*(<!-- \/measured -->)/;
  const marks = async () => {
    const text = await readFile(join(ROOT, 'packages/models', CARD), 'utf8');
    return MARKED.exec(text)?.slice(1) ?? [];
  };
  const emptyCard = async () =>
    `Written by hand.\n\n${(await marks()).join('\n')}\n\nTo the end.\n`;
  const card = async (text: string) =>
    cardWithFigures(CARD, text, { ...(await readResults(folder)), shipped: SHIPPED });

  it.each(CARDS)('%s names the licence of the manifest', async (path) => {
    const text = await readFile(join(ROOT, 'packages/models', path), 'utf8');
    for (const { licence } of SHIPPED.filter((other) => other.card === path))
      expect(text).toMatch(new RegExp(`^## Licence\n\n${licence}\\b`, 'm'));
  });

  it('has the figures of its own models and no others, between what was written by hand', async () => {
    const network = { ...NETWORK, name: entry.name, official_mirrored: judgement(0.8912, 0.7434) };
    await write('training/results/one.json', network);
    await write('training/results/other.json', NETWORK);
    const bench = BENCH.models.map((model) => ({ ...model, name: entry.name }));
    await write('bench/results/models.json', { ...BENCH, models: [...BENCH.models, ...bench] });
    const text = await card(await emptyCard());
    expect(text).toMatch(/^Written by hand\.\n\n<!-- measured/);
    expect(text).toMatch(/<!-- \/measured -->\n\nTo the end\.\n$/);
    expect(text).not.toContain('made-up-net');
    const judged = `| 100 |${' 87.1 % |'.repeat(EMOTIONS.length)} 77.1 % |`;
    expect(text).toContain(`| \`${entry.name}\` | FER+ plurality ${judged}`);
    expect(text).toMatch(/\| … with the mirrored picture \| FER\+ plurality \| 100 \| 89\.1 % \|/);
    expect(text).toMatch(/\| how many there are \| FER\+ plurality \| 100 \| 14 \|/);
    expect(text.match(/\| 100 \| 14 \|/g)?.length).toBe(2);
    expect(text).toContain('0.071 → 0.021 | 0.083 → 0.021 | 0.93, 1.21 | 0.313 |');
    expect(text).toContain('| an eighth of the light | 75.1 % (6.1 %) |');
    expect(text).toContain('on 2 × made-up processor');
    expect(await card(text)).toBe(text);
  });

  it('leaves out what has not been measured', async () => {
    expect(await card(await emptyCard())).toContain('Nothing has been measured yet.');
    const { ferplus, fer2013, vote_divergence } = NETWORK.official;
    const official = { ferplus, fer2013, vote_divergence };
    const { architecture, parameters } = NETWORK;
    await write('training/results/one.json', {
      name: entry.name,
      architecture,
      parameters,
      official,
    });
    const text = await card(await emptyCard());
    expect(text.match(/^### .*/gm)).toEqual([
      '### Each expression',
      '### Training and calibration',
    ]);
    expect(text).toContain(`| \`${entry.name}\` | made_up | – | – | – → 0.021 | – → 0.021 |`);
    expect(text).not.toMatch(/\| … |undefined|NaN|Milliseconds/);
  });

  it('without a place for figures is refused by its name', async () => {
    const [begin = '', end = ''] = await marks();
    for (const text of ['', begin, end, `${end}\n${begin}`, `${begin}${end}${end}`])
      await expect(card(text)).rejects.toThrow(`${CARD} needs these two lines`);
  });
});
