import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as browser from '../src/browser/index.js';
import { packageRoot } from '../src/files.js';
import * as node from '../src/index.js';

/** What a module imports or exports from elsewhere when it runs; types are left out. */
function importsOf(path: string): string[] {
  const code = readFileSync(path, 'utf8');
  const found = code.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  return [...found].map(([, specifier = '']) => specifier);
}

/** Everything outside this package's sources that a file reaches through them. */
function reachedFrom(entry: string): Set<string> {
  const outside = new Set<string>();
  const seen = new Set<string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const specifier of importsOf(path)) {
      if (specifier.startsWith('.')) open.push(join(path, '..', specifier.replace(/js$/, 'ts')));
      else outside.add(specifier);
    }
  }
  return outside;
}

test('nothing that the browser entry reaches needs Node', () => {
  const entry = join(packageRoot(), 'src/browser/index.ts');
  expect([...reachedFrom(entry)].sort()).toEqual(['@poise/core', '@poise/models/manifest.json']);
  expect(reachedFrom(join(packageRoot(), 'src/index.ts'))).toContain('node:fs');
});

test('both entries know the same models and choose the same defaults', () => {
  expect(browser.MODELS).toEqual(node.listModels());
  expect(browser.findModel('iris')).toEqual(node.findModel('iris'));
  expect(browser.defaultModel('expression')).toEqual(node.defaultModel('expression'));
  expect(() => browser.findModel('resnet')).toThrow(/^MODEL_UNKNOWN/);
});

test('what a bundler for browsers takes by every name of the package is there', () => {
  const { exports } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  expect(Object.keys(exports['.'])[0]).toBe('browser');
  expect(exports['.'].browser).toEqual(exports['./browser']);
  expect(existsSync(join(packageRoot(), exports['./browser'].default))).toBe(true);
  expect(existsSync(join(packageRoot(), exports['./manifest.json']))).toBe(true);
});
