import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const IMPORTED = /(?:from|import)\s*\(?\s*'([^']+)'/g;

/** Every file that a browser bundles with the package, and what they import from elsewhere. */
async function bundled(entry: URL): Promise<{ files: string[]; outside: Set<string> }> {
  const files = [entry.href];
  const outside = new Set<string>();
  // The list grows while it is walked.
  for (const file of files) {
    const text = await readFile(new URL(file), 'utf8');
    for (const [, name = ''] of text.matchAll(IMPORTED)) {
      if (!name.startsWith('.')) outside.add(name);
      const { href } = new URL(name.replace(/\.js$/, '.ts'), file);
      if (name.startsWith('.') && !files.includes(href)) files.push(href);
    }
  }
  return { files, outside };
}

test('what a browser bundles of the package imports nothing of Node', async () => {
  const { files, outside } = await bundled(new URL('../src/index.ts', import.meta.url));
  expect(files.some((file) => file.endsWith('/save-summary.ts'))).toBe(true);
  expect([...outside].sort()).toEqual(['@poise/core', '@poise/core/node', 'zod']);
});
