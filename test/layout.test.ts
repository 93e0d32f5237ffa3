import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

// Files that break a rule are written into the real packages for a moment: the rules go by path.
const written: string[] = [];

async function lint(files: Record<string, string>): Promise<{ status: number; output: string }> {
  for (const [path, text] of Object.entries(files)) {
    const full = join(ROOT, path);
    await mkdir(join(full, '..'), { recursive: true });
    await writeFile(full, text);
    written.push(full);
  }
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--colors=off', ...Object.keys(files)],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status: status ?? -1, output: stdout + stderr };
}

afterEach(async () => {
  for (const path of written.splice(0)) await rm(path, { force: true });
});

describe('the direction of imports', () => {
  it.each([
    ['media', 'vision'],
    ['media', 'session'],
    ['vision', 'media'],
    ['vision', 'session'],
    ['session', 'vision'],
    ['session', 'report'],
    ['report', 'vision'],
    ['models', 'vision'],
    ['core', 'session'],
  ])('packages/%s may not import @poise/%s', async (from, to) => {
    const { status, output } = await lint({
      [`packages/${from}/src/zz-against-the-arrow.ts`]: `export * from '@poise/${to}';\n`,
    });
    expect(status).toBe(1);
    expect(output).toContain('noRestrictedImports');
  });

  it('a package may not reach into another by a relative path', async () => {
    const { status, output } = await lint({
      'packages/media/src/zz-against-the-arrow.ts': `export * from '../../vision/src/index.js';\n`,
    });
    expect(status).toBe(1);
    expect(output).toContain('noRestrictedImports');
  });

  it('a file may not import itself by way of another', async () => {
    const { status, output } = await lint({
      'packages/session/src/zz-a.ts': `import { b } from './zz-b.js';\n\nexport const a = () => b;\n`,
      'packages/session/src/zz-b.ts': `import { a } from './zz-a.js';\n\nexport const b = () => a;\n`,
    });
    expect(status).toBe(1);
    expect(output).toContain('noImportCycles');
  });

  it('with the arrow is allowed', async () => {
    const { status, output } = await lint({
      'packages/report/src/zz-with-the-arrow.ts': `export { EMOTIONS } from '@poise/core';\n`,
    });
    expect(status).toBe(0);
    expect(output).not.toContain('noRestrictedImports');
  });
});
