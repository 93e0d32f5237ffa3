import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const PACKAGES = join(import.meta.dirname, '..', '..');

/** Packages of others that run in a browser as they are. */
const ALLOWED = new Set(['mediabunny']);

/** Imports that are still there once the types are gone. */
const IMPORT =
  /^(?:import|export) (?!type )(?:[^'"]*? from )?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;

interface Exports {
  readonly [entry: string]: string | Exports;
}

/** What a bundler for browsers takes of an entry of a package's exports. */
function browserFile(entry: string | Exports | undefined): string {
  if (typeof entry === 'string') return entry;
  const chosen = entry?.['browser'] ?? entry?.['default'];
  if (chosen === undefined) throw new Error('no such entry');
  return browserFile(chosen);
}

async function entryOf(name: string): Promise<string> {
  const [, folder = '', ...rest] = name.split('/');
  const manifest = JSON.parse(await readFile(join(PACKAGES, folder, 'package.json'), 'utf8'));
  const file = browserFile(manifest.exports[['.', ...rest].join('/')]);
  return join(PACKAGES, folder, file.replace('dist/', 'src/').replace(/\.js$/, '.ts'));
}

/** Every module that a bundle with this entry holds, by path, and every foreign package. */
async function bundled(entry: string): Promise<{ files: Set<string>; packages: Set<string> }> {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    if (files.has(path)) return;
    files.add(path);
    for (const [, from, dynamic] of (await readFile(path, 'utf8')).matchAll(IMPORT)) {
      const name = from ?? dynamic ?? '';
      if (name.startsWith('.')) await visit(join(dirname(path), name.replace(/\.js$/, '.ts')));
      else if (name.startsWith('@poise/')) await visit(await entryOf(name));
      else packages.add(name);
    }
  };
  await visit(await entryOf(entry));
  return { files, packages };
}

test.each(['@poise/media', '@poise/media/browser', '@poise/media/camera'])(
  '%s brings nothing of Node into a browser',
  async (entry) => {
    const { files, packages } = await bundled(entry);
    expect([...packages].filter((name) => !ALLOWED.has(name))).toEqual([]);
    const paths = [...files].map((path) => relative(PACKAGES, path));
    expect(paths).toContain('media/src/camera/camera.ts');
    expect(paths).toContain('core/src/errors.ts');
  },
);

test('the camera alone brings no reader of containers with it', async () => {
  expect((await bundled('@poise/media/camera')).packages).toEqual(new Set());
});

test('mediabunny leaves its part for Node out of a browser', async () => {
  const manifest = join(PACKAGES, '..', 'node_modules', 'mediabunny', 'package.json');
  expect(JSON.parse(await readFile(manifest, 'utf8')).browser).toMatchObject({
    './dist/modules/src/node.js': false,
  });
});
