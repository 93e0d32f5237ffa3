import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

// The rules go by path: a copy of the configuration and files at the same places are all they need.
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poise-layout-'));
  for (const name of ['biome.json', '.gitignore']) {
    await copyFile(join(ROOT, name), join(folder, name));
  }
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function lint(files: Record<string, string>): Promise<{ status: number; output: string }> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIOME, 'lint', '--colors=off', ...Object.keys(files)],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status: status ?? -1, output: stdout + stderr };
}

describe('the direction of imports', () => {
  it.each([
    ['media', 'vision'],
    ['media', 'session'],
    ['vision', 'media'],
    ['vision', 'session'],
    ['session', 'vision'],
    ['session', 'report'],
    ['report', 'vision'],
    ['analysis', 'media'],
    ['session', 'analysis'],
    ['models', 'vision'],
    ['core', 'session'],
  ])('packages/%s may not import @poise/%s', async (from, to) => {
    const { status, output } = await lint({
      [`packages/${from}/src/against-the-arrow.ts`]: `export * from '@poise/${to}';\n`,
    });
    expect(status).toBe(1);
    expect(output).toContain('noRestrictedImports');
  });

  it('a package may not reach into another by a relative path', async () => {
    const { status, output } = await lint({
      'packages/media/src/against-the-arrow.ts': `export * from '../../vision/src/index.js';\n`,
    });
    expect(status).toBe(1);
    expect(output).toContain('noRestrictedImports');
  });

  it('a file may not import itself by way of another', async () => {
    const { status, output } = await lint({
      'packages/session/src/a.ts': `import { b } from './b.js';\n\nexport const a = () => b;\n`,
      'packages/session/src/b.ts': `import { a } from './a.js';\n\nexport const b = () => a;\n`,
    });
    expect(status).toBe(1);
    expect(output).toContain('noImportCycles');
  });

  it('with the arrow is allowed', async () => {
    const { status, output } = await lint({
      'packages/report/src/with-the-arrow.ts': `export { EMOTIONS } from '@poise/core';\n`,
    });
    expect(output).toContain('Checked 1 file');
    expect(status).toBe(0);
  });
});
