import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { findMedia, IMAGE_EXTENSIONS, VIDEO_EXTENSIONS } from '../src/index.js';
import { temporaryFolder } from './clips.js';

const folder = await temporaryFolder();

async function put(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), 'x');
  }
}

test('recordings are found in all sub-folders, sorted, each once', async () => {
  await put('b.webm', 'a/2.MP4', 'a/1.mov', 'a/deep/er/x.mkv', 'z.avi', 'outputs/practice.mp4');
  await put(
    'photo.jpg',
    'notes.txt',
    'mp4',
    '.hidden.mp4',
    '.trash/y.mp4',
    'node_modules/x/demo.mp4',
  );
  await symlink(folder, join(folder, 'a', 'loop'));
  await symlink(join(folder, 'nowhere.mp4'), join(folder, 'broken.mp4'));
  await symlink(join(folder, 'b.webm'), join(folder, 'link.webm'));
  const found = await findMedia(folder);
  expect(found.map((path) => relative(folder, path).replaceAll('\\', '/'))).toEqual([
    'a/1.mov',
    'a/2.MP4',
    'a/deep/er/x.mkv',
    'b.webm',
    'link.webm',
    'outputs/practice.mp4',
    'z.avi',
  ]);
});

test('the lists of extensions are in lower case and do not overlap', () => {
  const all = [...VIDEO_EXTENSIONS, ...IMAGE_EXTENSIONS];
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((extension) => /^\.[a-z0-9]+$/.test(extension))).toBe(true);
});
