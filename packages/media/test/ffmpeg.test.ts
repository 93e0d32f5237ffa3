import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { findExecutable } from '../src/ffmpeg/find-executable.js';
import { parseFfmpegReport } from '../src/ffmpeg/probe.js';
import { openMedia, openVideo } from '../src/index.js';
import {
  allFrames,
  codeOf,
  cutFile,
  distance,
  FFMPEG,
  ffmpeg,
  pixelAt,
  runModule,
  temporaryFolder,
  testPicture,
} from './clips.js';

// Not every machine has an ffmpeg of its own on the PATH.
vi.stubEnv('PATH', [dirname(FFMPEG), process.env['PATH']].join(delimiter));
afterAll(() => {
  vi.unstubAllEnvs();
});

const folder = await temporaryFolder();
const file = (name: string) => join(folder, name);
const avi = await ffmpeg(...testPicture('320x240', 3), '-c:v', 'mpeg4', file('old.avi'));
const foreignCodec = await ffmpeg('-i', avi, '-c', 'copy', file('old-codec.mp4'));
const noFfmpeg = { findExecutable: async () => null };

describe('a container that only ffmpeg reads', () => {
  test('is read when there is one', async () => {
    const source = await openMedia(avi);
    expect(source.info).toMatchObject({
      container: 'avi',
      codec: 'mpeg4',
      width: 320,
      height: 240,
      duration: 3,
      frameRate: 30,
    });
    const frames = await allFrames(source);
    expect(frames.map((frame) => Math.round(frame.timestamp * 10))).toEqual(
      Array.from({ length: 30 }, (_, i) => i),
    );
    expect(frames.every((frame) => frame.data.length === 320 * 240 * 3)).toBe(true);
  });

  test('shows the same picture as the same video in mp4', async () => {
    const mp4 = await ffmpeg('-i', avi, '-c:v', 'libx264', '-qp', '8', file('same.mp4'));
    const [a] = await allFrames(await openMedia(avi), { start: 1, end: 1.05 });
    const [b] = await allFrames(await openMedia(mp4), { start: 1, end: 1.05 });
    if (a === undefined || b === undefined) throw new Error('no frame');
    const sum = a.data.reduce((total, value, i) => total + Math.abs(value - (b.data[i] ?? 0)), 0);
    expect(sum / a.data.length).toBeLessThan(3);
  });

  test('gives each frame once, from the start to the end asked for', async () => {
    expect(await allFrames(await openMedia(avi), { fps: 500 })).toHaveLength(90);
    const part = await allFrames(await openMedia(avi), { start: 1.05, end: 2 });
    expect(part[0]?.timestamp).toBeCloseTo(1.1, 6);
    expect(part.at(-1)?.timestamp).toBeCloseTo(1.9, 6);
  });

  test('with pixels that are not square is stretched', async () => {
    const wide = await ffmpeg('-i', avi, '-vf', 'setsar=4/3', '-c:v', 'mpeg4', file('wide.avi'));
    const [frame] = await allFrames(await openMedia(wide));
    expect([frame?.width, frame?.height]).toEqual([427, 240]);
  });

  test('shows its colours', async () => {
    const flat = ['-f', 'lavfi', '-i', 'color=0xc08040:s=64x64:d=0.5', '-c:v', 'mpeg4'];
    const path = await ffmpeg(...flat, '-q:v', '1', file('flat.avi'));
    const [frame] = await allFrames(await openMedia(path));
    if (frame === undefined) throw new Error('no frame');
    expect(distance(pixelAt(frame, 0.5, 0.5), [0xc0, 0x80, 0x40])).toBeLessThan(6);
  });

  test('is an error that says so when there is no ffmpeg', async () => {
    expect(await codeOf(openVideo(avi, noFfmpeg))).toBe('INPUT_NEEDS_FFMPEG');
    const { PATH: _, ...env } = process.env;
    const script = `import { openVideo } from '@poise/media';
      await openVideo(${JSON.stringify(avi)}).catch((error) => console.log(error.message));`;
    const { stdout } = await runModule(script, { ...env, PATH: '' });
    expect(stdout).toContain('INPUT_NEEDS_FFMPEG');
    expect(stdout).toContain('Install ffmpeg');
  });

  test('is an error when it is damaged beyond reading', async () => {
    const stump = await cutFile(avi, 0.0005, file('stump.avi'));
    expect(await codeOf(openVideo(stump).then(allFrames))).toMatch(/^INPUT_/);
  });

  test('stops when it is cancelled or closed', async () => {
    const source = await openVideo(avi);
    const cancel = new AbortController();
    const reading = (async () => {
      for await (const frame of source.frames({ signal: cancel.signal })) {
        if (frame.timestamp > 0.4) cancel.abort();
      }
    })();
    expect(await codeOf(reading)).toBe('CANCELLED');
    await source.close();
    expect(await codeOf(allFrames(source))).toBe('DISPOSED');
  });
});

describe('a codec that only ffmpeg decodes', () => {
  test('is decoded by it, or named in an error', async () => {
    expect(await allFrames(await openVideo(foreignCodec))).toHaveLength(30);
    expect(await codeOf(openVideo(foreignCodec, noFfmpeg))).toBe('INPUT_UNSUPPORTED_CODEC');
  });

  test('stands upright', async () => {
    const turned = file('turned.mov');
    const copy = ['-c', 'copy', turned];
    await ffmpeg('-display_rotation', '90', '-i', avi, ...copy).catch(() =>
      ffmpeg('-i', avi, '-metadata:s:v', 'rotate=90', ...copy),
    );
    const shown = await ffmpeg('-i', turned, '-frames:v', '1', file('turned.png'));
    const source = await openVideo(turned);
    expect(source.info).toMatchObject({ width: 240, height: 320, codec: 'mpeg4' });
    const [ours] = await allFrames(source);
    const [theirs] = await allFrames(await openMedia(shown));
    if (ours === undefined || theirs === undefined) throw new Error('no frame');
    expect([ours.width, ours.height]).toEqual([240, 320]);
    const differences = ours.data.map((value, i) => Math.abs(value - (theirs.data[i] ?? 0)));
    const sum = differences.reduce((total, difference) => total + difference, 0);
    expect(sum / ours.data.length).toBeLessThan(6);
  });
});

describe('what ffmpeg reports of a file', () => {
  test('is read for size, pixel shape, rate, length and colours', () => {
    const report = [
      '  Duration: 01:02:03.50, start: 0.000000, bitrate: 99 kb/s',
      '  Stream #0:0: Audio: mp3, 44100 Hz',
      '  Stream #0:1[0x1e0]: Video: mpeg2video (Main), yuv420p(tv, bt709, progressive), 1440x1080 [SAR 4:3 DAR 16:9], 29.97 fps, 29.97 tbr',
    ].join('\n');
    expect(parseFfmpegReport(report)).toEqual({
      width: 1440,
      height: 1080,
      pixelAspect: 4 / 3,
      duration: 3723.5,
      frameRate: 29.97,
      codec: 'mpeg2video',
      color: { matrix: 'bt709', fullRange: false },
      orientation: { rotation: 0, flip: false },
    });
  });

  test('without a video stream is nothing', () => {
    expect(parseFfmpegReport('Stream #0:0: Audio: mp3, 44100 Hz')).toBe(null);
  });
});

test('a program is found on the PATH or nowhere', async () => {
  expect(await findExecutable('no-such-program-anywhere')).toBe(null);
  expect(await findExecutable('ffmpeg')).toBe(FFMPEG);
});
