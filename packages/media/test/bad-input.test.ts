import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mulberry32 } from '@poise/core';
import { FilePathSource } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { resolveFrameOptions } from '../src/frame-options.js';
import { fileError, findMedia, openImage, openMedia, openVideo } from '../src/index.js';
import { nativePlatform } from '../src/video/native-platform.js';
import { readFrames } from '../src/video/read-frames.js';
import { openInput, readRecording } from '../src/video/recording.js';
import {
  allFrames,
  codeOf,
  cutFile,
  ffmpeg,
  realClip,
  temporaryFolder,
  testPicture,
} from './clips.js';

const folder = await temporaryFolder();
const file = (name: string) => join(folder, name);
const plain = await ffmpeg(
  ...testPicture('320x240', 4),
  ...['-vf', 'format=yuv420p', '-c:v', 'libx264', '-g', '30', '-movflags', '+faststart'],
  file('plain.mp4'),
);
const noFfmpeg = { findExecutable: async () => null };

describe('a bad video file is named by what is wrong with it:', () => {
  test('missing, a folder, empty', async () => {
    await writeFile(file('empty.mp4'), '');
    expect(await codeOf(openVideo(file('missing.mp4')))).toBe('INPUT_NOT_FOUND');
    expect(await codeOf(openVideo(join(plain, 'below.mp4')))).toBe('INPUT_NOT_FOUND');
    expect(await codeOf(openVideo(folder))).toBe('INPUT_UNREADABLE');
    expect(await codeOf(openMedia(file('empty.mp4')))).toBe('INPUT_EMPTY');
  });

  test('text or noise under the name of a video', async () => {
    await writeFile(file('notes.mp4'), 'notes');
    expect(await codeOf(openMedia(file('notes.mp4')))).toBe('INPUT_NOT_MEDIA');
    await writeFile(file('text.mp4'), 'Dear diary, this is not a video.\n'.repeat(400));
    const random = mulberry32(3);
    await writeFile(
      file('noise.mp4'),
      Uint8Array.from({ length: 50_000 }, () => random() * 256),
    );
    expect(await codeOf(openMedia(file('text.mp4')))).toBe('INPUT_NOT_MEDIA');
    expect(await codeOf(openMedia(file('noise.mp4')))).toBe('INPUT_NOT_MEDIA');
  });

  test('a picture given as a video', async () => {
    const path = await ffmpeg(...testPicture('64x64', 1), '-frames:v', '1', file('still.png'));
    expect(await codeOf(openVideo(path))).toBe('INPUT_IS_IMAGE');
  });

  test('in one sentence of what is wrong', async () => {
    await expect(openImage(plain)).rejects.toThrow(`that Poise knows: ${plain}. Give a picture`);
  });

  test('sound only', async () => {
    for (const name of ['sound.m4a', 'sound.mp3', 'sound.wav']) {
      await ffmpeg('-f', 'lavfi', '-i', 'sine=d=1', file(name));
      expect(await codeOf(openVideo(file(name))), name).toBe('INPUT_NO_VIDEO');
    }
  });

  test('an mp4 that was cut off before its index was written', async () => {
    const late = await ffmpeg('-i', plain, '-c', 'copy', file('late-index.mp4'));
    const cut = await cutFile(late, 0.7, file('no-index.mp4'));
    expect(await codeOf(openVideo(cut))).toBe('INPUT_TRUNCATED');
  });

  test('a container of only its first bytes', async () => {
    for (const [name, share] of [
      ['plain.mp4', 0.001],
      ['plain.mkv', 0.003],
    ] as const) {
      if (name === 'plain.mkv') await ffmpeg('-i', plain, '-c', 'copy', file(name));
      const stump = await cutFile(file(name), share, file(`stump-${name}`));
      const code = await codeOf(openVideo(stump).then(allFrames));
      expect(code).toMatch(/^INPUT_/);
    }
  });

  test('pixels that no rule turns into RGB', async () => {
    const path = file('planar-rgb.mp4');
    await ffmpeg('-i', plain, '-t', '0.5', '-c:v', 'libx264rgb', '-pix_fmt', 'rgb24', path);
    const reading = openVideo(path, noFfmpeg).then((source) => allFrames(source));
    expect(await codeOf(reading)).toBe('INPUT_UNSUPPORTED_CODEC');
  });
});

describe('a recording that was cut off gives what it still holds, with a warning:', () => {
  test('an mp4 with its index in front', async () => {
    const source = await openVideo(await cutFile(plain, 0.6, file('cut.mp4')));
    const frames = await allFrames(source);
    expect(frames.length).toBeGreaterThan(15);
    expect(frames.length).toBeLessThan(32);
    expect(source.info.warnings).toHaveLength(1);
    expect(source.info.warnings[0]).toContain('ends before its stated length');
  });

  test('an mkv', async () => {
    const whole = await ffmpeg('-i', plain, '-c', 'copy', file('whole.mkv'));
    const source = await openVideo(await cutFile(whole, 0.6, file('cut.mkv')));
    expect((await allFrames(source)).length).toBeGreaterThan(10);
    expect(source.info.warnings).toHaveLength(1);
  });

  test('not when only a part was asked for', async () => {
    const source = await openVideo(plain);
    await allFrames(source, { end: 1 });
    expect(source.info.warnings).toEqual([]);
  });
});

test('damage in the middle of a recording costs frames, not the recording', async () => {
  const bytes = await readFile(plain);
  const random = mulberry32(11);
  const middle = Math.floor(bytes.length / 2);
  for (let i = middle; i < middle + 3000; i++) bytes[i] = Math.floor(random() * 256);
  await writeFile(file('damaged.mp4'), bytes);
  const source = await openVideo(file('damaged.mp4'));
  const frames = await allFrames(source);
  expect(frames.length).toBeGreaterThanOrEqual(20);
  expect(frames.at(-1)?.timestamp).toBeGreaterThan(3.5);
  expect(source.info.warnings[0]).toContain('damaged part');
});

test('damage in a recording that was also cut off hides neither', async () => {
  const cut = await cutFile(plain, 0.6, file('damaged-cut.mp4'));
  const bytes = await readFile(cut);
  const random = mulberry32(11);
  for (let i = bytes.length - 4000; i < bytes.length; i++) bytes[i] = Math.floor(random() * 256);
  await writeFile(cut, bytes);
  const source = await openVideo(cut);
  expect((await allFrames(source)).length).toBeGreaterThan(10);
  expect(source.info.warnings.join()).toContain('damaged part');
  expect(source.info.warnings.join()).toContain('ends before its stated length');
});

test('a file that fails while the way past the damage is sought gives what came before', async () => {
  const path = file('damaged.mp4');
  const input = openInput(new FilePathSource(path));
  const recording = await readRecording(input, path);
  recording.sink.getNextKeyPacket = async () => {
    throw new Error('the disk was taken out');
  };
  const warnings: string[] = [];
  const context = {
    ...nativePlatform,
    ...{ recording, path, signal: new AbortController().signal },
    warn: (message: string) => warnings.push(message),
  };
  let count = 0;
  for await (const frame of readFrames(context, resolveFrameOptions())) count += frame.width / 320;
  input.dispose();
  expect(count).toBeGreaterThan(10);
  expect(warnings.join()).toContain('damaged part');
  expect(warnings.join()).toContain('ends before its stated length');
});

test('a Matroska file damaged all the way to its end is an error, and does not hang', async () => {
  const copy = ['-t', '10', '-c', 'copy', file('damaged.mkv')];
  const whole = await readFile(await ffmpeg('-i', realClip('cap13_edit2.mp4'), ...copy));
  const cut = Buffer.from(whole.subarray(0, Math.floor(whole.length * 0.6)));
  const noiseFrom = Math.floor(whole.length * 0.3);
  // Not every noise leads there: in this one nothing looks like the start of an element.
  for (let i = noiseFrom; i < cut.length; i++) cut[i] = ((i * 2654435761) >>> 13) & 255;
  await writeFile(file('damaged.mkv'), cut);
  expect(await codeOf(openVideo(file('damaged.mkv')).then(allFrames))).toBe('INPUT_DECODE_FAILED');
});

describe('a folder', () => {
  test('without recordings is an error, also when it is missing', async () => {
    await mkdir(file('empty/.hidden'), { recursive: true });
    await writeFile(file('empty/.hidden/a.mp4'), 'x');
    await writeFile(file('empty/notes.txt'), 'x');
    expect(await codeOf(findMedia(file('empty')))).toBe('INPUT_NO_MEDIA_IN_FOLDER');
    expect(await codeOf(findMedia(file('nowhere')))).toBe('INPUT_NOT_FOUND');
    expect(await codeOf(findMedia(plain))).toBe('INPUT_UNREADABLE');
  });
});

test('a failed call of the file system is an error for people', () => {
  const failure = (code: string) => Object.assign(new Error('failed'), { code });
  expect(fileError('a.mp4', failure('ENOENT')).code).toBe('INPUT_NOT_FOUND');
  expect(fileError('a.mp4/b', failure('ENOTDIR')).code).toBe('INPUT_NOT_FOUND');
  expect(fileError('a.mp4', failure('EACCES')).code).toBe('INPUT_UNREADABLE');
  expect(fileError('a.mp4', failure('EIO')).message).toContain('a.mp4');
});
