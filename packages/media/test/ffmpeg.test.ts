import { chmod, writeFile } from 'node:fs/promises';
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
    expect(part[0]?.timestamp).toBeCloseTo(32 / 30, 3);
    expect(part.at(-1)?.timestamp).toBeCloseTo(58 / 30, 3);
  });

  test.each([{}, { fps: 7 }, { fps: 0.4 }, { start: 1.05, end: 3.2 }, { fps: 500, start: 2 }])(
    'gives the frames at the times at which the same video gives them in mp4, with %o',
    async (options) => {
      const select = ['-vf', "select='not(mod(n,7))+lt(n,10)+gt(n,90)'", '-vsync', 'vfr'];
      const uneven = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', file('uneven.mp4')];
      const mp4 = await ffmpeg(...testPicture('160x120', 4), ...select, ...uneven);
      const flv = await ffmpeg('-i', mp4, '-vsync', 'vfr', '-c:v', 'flv', file('uneven.flv'));
      const times = async (path: string) =>
        (await allFrames(await openMedia(path), options)).map((frame) => frame.timestamp);
      const wanted = await times(mp4);
      const got = await times(flv);
      expect(wanted.length).toBeGreaterThan(1);
      expect(got).toHaveLength(wanted.length);
      for (const [i, time] of wanted.entries()) expect(got[i]).toBeCloseTo(time, 2);
    },
  );

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

  test('shows its colours, also when it uses the full range, as webcams do in Motion JPEG', async () => {
    for (const gray of [0, 255]) {
      const level = gray.toString(16).padStart(2, '0').repeat(3);
      const flat = ['-f', 'lavfi', '-i', `color=0x${level}:s=64x64:d=0.5`, '-c:v', 'mjpeg'];
      const path = await ffmpeg(...flat, '-pix_fmt', 'yuvj422p', file(`${gray}.avi`));
      const [frame] = await allFrames(await openMedia(path));
      if (frame === undefined) throw new Error('no frame');
      expect(distance(pixelAt(frame, 0.5, 0.5), [gray, gray, gray])).toBeLessThan(4);
    }
  });

  test('that was cut off gives what it still holds, with a warning', async () => {
    const flv = await ffmpeg('-i', avi, '-c:v', 'flv', file('whole.flv'));
    for (const path of [avi, flv]) {
      const source = await openMedia(await cutFile(path, 0.4, `${path}.cut`));
      expect((await allFrames(source)).length).toBeGreaterThan(3);
      expect(source.info.warnings, path).toHaveLength(1);
      expect(source.info.warnings[0]).toContain('ends before its stated length');
      for (const options of [{}, { fps: 0.4 }, { end: 1 }, { start: 2 }, { start: 5 }]) {
        const whole = await openMedia(path);
        await allFrames(whole, options);
        expect(whole.info.warnings).toEqual([]);
      }
    }
  });

  test.each(['exit 1', 'kill -9 $$'])(
    'whose ffmpeg dies (%s) gives what came before, with a warning, or an error',
    async (death) => {
      const dying = async (bytes: number) => {
        const program = file(`dying-${bytes}`);
        const lines = ['#!/bin/sh', `'${FFMPEG}' "$@" | head -c ${bytes}`, death, ''];
        await writeFile(program, lines.join('\n'));
        await chmod(program, 0o755);
        return openVideo(avi, { findExecutable: async () => program });
      };
      const source = await dying(1_200_000);
      expect(await allFrames(source, { fps: 30 })).toHaveLength(10);
      expect(source.info.warnings).toHaveLength(1);
      expect(source.info.warnings[0]).toContain('ffmpeg stopped before the end');
      const early = await dying(100_000);
      expect(await codeOf(allFrames(early))).toBe('INPUT_DECODE_FAILED');
      expect(await codeOf(allFrames(await dying(100_000), { start: 1 }))).toBe(
        'INPUT_DECODE_FAILED',
      );
    },
  );

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
