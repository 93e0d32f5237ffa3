import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as browser from '../src/browser/index.js';
import * as node from '../src/index.js';

const ENTRY = fileURLToPath(new URL('../src/browser/index.ts', import.meta.url));

/** What a module imports when it runs, statically or dynamically; types are left out. */
function importsOf(path: string): string[] {
  const code = readFileSync(path, 'utf8');
  const statics = code.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const dynamics = code.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [...statics, ...dynamics].map(([, specifier = '']) => specifier);
}

type Conditions = string | { readonly [condition: string]: Conditions };

/** What a browser's bundler takes of an entry of `exports`. */
function forBrowsers(entry: Conditions): string {
  if (typeof entry === 'string') return entry;
  const found = Object.entries(entry).find(([name]) =>
    ['browser', 'import', 'default'].includes(name),
  );
  return found === undefined ? 'nothing for browsers' : forBrowsers(found[1]);
}

/** The file of one of the project's own packages. */
function fileOf(specifier: string): string {
  const [, name = '', rest = ''] = /^(@poise\/[^/]+)(.*)$/.exec(specifier) ?? [];
  const manifest =
    createRequire(import.meta.url)
      .resolve.paths(name)
      ?.map((folder) => join(folder, name, 'package.json'))
      .find(existsSync) ?? '';
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), forBrowsers(exports[`.${rest}`]));
}

/** Every package that is reached from a file through its own files and the project's packages. */
function packagesFrom(entry: string): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const specifier of importsOf(path)) {
      const beside = join(dirname(path), specifier);
      if (specifier.startsWith('@poise/')) open.push(fileOf(specifier));
      else if (!specifier.startsWith('.')) packages.add(specifier);
      else open.push(existsSync(beside) ? beside : beside.replace(/\.js$/, '.ts'));
    }
  }
  return packages;
}

test('nothing that the browser entry reaches needs Node or a native renderer', () => {
  expect([...packagesFrom(ENTRY)].sort()).toEqual([
    '@resvg/resvg-wasm',
    'd3-scale',
    'd3-shape',
    'zod',
  ]);
});

test('the walk finds what Node alone can load, where it is', () => {
  const found = packagesFrom(ENTRY.replace('/browser/', '/'));
  expect(found).toContain('@resvg/resvg-js');
  expect(found).toContain('node:module');
});

test('both entries export the same names', () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort());
});

test('a bundler for browsers takes the browser entry by both names', () => {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { exports } = JSON.parse(manifest);
  expect(forBrowsers(exports['.'])).toBe('./dist/browser/index.js');
  expect(forBrowsers(exports['./browser'])).toBe('./dist/browser/index.js');
});
