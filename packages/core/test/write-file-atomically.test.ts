import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomically } from '@poise/core/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

describe('writing a file atomically', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poise-write-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('makes missing folders and leaves nothing but the file', async () => {
    const path = join(folder, 'a', 'b', 'report.txt');
    await writeFileAtomically(path, 'calm');
    expect(await readFile(path, 'utf8')).toBe('calm');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['report.txt']);
  });

  it('replaces an older file', async () => {
    const path = join(folder, 'report.txt');
    await writeFile(path, 'old');
    await writeFileAtomically(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('says so when it cannot write, and leaves no half of a file', async () => {
    const path = join(folder, 'taken');
    // A folder stands where the file should go: the last step, the rename, fails.
    await mkdir(join(path, 'inner'), { recursive: true });
    await expect(writeFileAtomically(path, 'x')).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
    });
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('says so when a file stands where a folder is needed', async () => {
    await writeFile(join(folder, 'file'), 'x');
    await expect(writeFileAtomically(join(folder, 'file', 'y.txt'), 'x')).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
    });
  });
});
