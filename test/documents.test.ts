import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const NOT_OURS = new Set(['node_modules', 'dist', 'outputs', '.git']);

async function markdownFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !NOT_OURS.has(entry.name))
      found.push(...(await markdownFiles(path)));
    else if (entry.name.endsWith('.md')) found.push(path);
  }
  return found;
}

const documents = (await markdownFiles(ROOT)).map((path) => relative(ROOT, path));

describe('the documents', () => {
  it('are where a reader looks for them', () => {
    const folders = ['packages/analysis', 'packages/core', 'packages/media', 'packages/models'];
    folders.push(
      'packages/report',
      'packages/session',
      'packages/vision',
      'apps/cli',
      'bench',
      '.',
    );
    expect(documents).toEqual(
      expect.arrayContaining(folders.map((folder) => join(folder, 'README.md'))),
    );
  });

  it.each(documents)('%s has no example that Node 20 cannot read', async (document) => {
    // `await using` is a syntax error there.
    expect(await readFile(join(ROOT, document), 'utf8')).not.toContain('await using');
  });

  it.each(documents)('%s links to nothing that is missing', async (document) => {
    const text = await readFile(join(ROOT, document), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|src="([^"]+)"/g)]
      .map(([, link, image]) => link ?? image ?? '')
      .filter((target) => !/^[a-z]+:/.test(target));
    const missing = targets.filter(
      (target) => !existsSync(join(ROOT, dirname(document), decodeURI(target))),
    );
    expect(missing).toEqual([]);
  });
});
