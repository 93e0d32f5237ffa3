import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openMedia, openVideo } from '../src/index.js';
import {
  allFrames,
  codeOf,
  distance,
  ffmpeg,
  pixelAt,
  realClip,
  temporaryFolder,
  testPicture,
} from './clips.js';

const folder = await temporaryFolder();
const file = (name: string) => join(folder, name);
const picture = ['-vf', 'format=yuv420p', '-c:v', 'libx264', '-g', '30'];
const plain = await ffmpeg(...testPicture('320x240', 3), ...picture, file('plain.mp4'));

const rising = (times: readonly number[]) =>
  times.every((t, i) => i === 0 || t > (times[i - 1] ?? 0));

describe('a recording of a face', () => {
  test('gives ten frames a second in the order of time', async () => {
    const source = await openVideo(realClip('franck.mp4'));
    expect(source.info).toMatchObject({
      kind: 'video',
      name: 'franck.mp4',
      width: 360,
      height: 288,
      duration: 200,
      container: 'mp4',
      codec: 'avc',
      frameRate: 24,
    });
    const frames = await allFrames(source, { end: 10 });
    expect(frames).toHaveLength(100);
    expect(frames[0]?.timestamp).toBe(0);
    expect(rising(frames.map((frame) => frame.timestamp))).toBe(true);
    expect(new Set(frames.map((frame) => frame.data.buffer)).size).toBe(100);
    expect(source.info.warnings).toEqual([]);
  });

  test('looks the same in VP8 as in H.264', async () => {
    const [a] = await allFrames(await openMedia(realClip('franck.mp4')), { start: 4, end: 4.1 });
    const [b] = await allFrames(await openMedia(realClip('franck.webm')), { start: 4, end: 4.1 });
    if (a === undefined || b === undefined) throw new Error('no frame');
    const sum = a.data.reduce((total, value, i) => total + Math.abs(value - (b.data[i] ?? 0)), 0);
    expect(sum / a.data.length).toBeLessThan(6);
  });
});

describe('sampling a video', () => {
  test('gives each frame once when more are wanted than there are', async () => {
    const frames = await allFrames(await openVideo(plain), { fps: 240 });
    expect(frames).toHaveLength(90);
    expect(rising(frames.map((frame) => frame.timestamp))).toBe(true);
  });

  test('honours start and end', async () => {
    const frames = await allFrames(await openVideo(plain), { fps: 30, start: 1, end: 2 });
    expect(frames).toHaveLength(30);
    expect(frames[0]?.timestamp).toBeCloseTo(1, 5);
    expect(frames.at(-1)?.timestamp).toBeCloseTo(59 / 30, 5);
  });

  test('by seeking gives the same frames as by decoding everything', async () => {
    const every = await allFrames(await openVideo(realClip('cap13_edit2.mp4')), { fps: 1000 });
    const some = await allFrames(await openVideo(realClip('cap13_edit2.mp4')), { fps: 1 / 7 });
    expect(some.length).toBeGreaterThan(3);
    for (const frame of some) {
      const same = every.find(({ timestamp }) => timestamp === frame.timestamp);
      expect(Buffer.compare(same?.data ?? Buffer.alloc(0), frame.data)).toBe(0);
    }
  });

  test('can be done twice at once on one source', async () => {
    const source = await openVideo(plain);
    const count = async () => {
      let frames = 0;
      for await (const frame of source.frames()) frames += Math.sign(frame.width);
      return frames;
    };
    expect(await Promise.all([count(), count()])).toEqual([30, 30]);
    await source.close();
  });

  test('stops when it is cancelled, before or in the middle, and when the source is closed', async () => {
    const source = await openVideo(realClip('franck.mp4'));
    const cancel = new AbortController();
    let seen = 0;
    const reading = (async () => {
      for await (const frame of source.frames({ signal: cancel.signal })) {
        seen += Math.sign(frame.width);
        if (seen === 5) cancel.abort();
      }
    })();
    expect(await codeOf(reading)).toBe('CANCELLED');
    expect(seen).toBe(5);
    expect(await codeOf(allFrames(await openVideo(plain), { signal: AbortSignal.abort() }))).toBe(
      'CANCELLED',
    );
    const iterator = source.frames()[Symbol.asyncIterator]();
    await iterator.next();
    await source.close();
    expect(await codeOf(iterator.next())).toBe('DISPOSED');
    await source.close();
  });

  test.each([{ fps: 0 }, { fps: Number.NaN }, { start: -1 }, { start: 2, end: 1 }])(
    'refuses the options %o',
    async (options) => {
      expect(await codeOf(openVideo(plain).then((s) => allFrames(s, options)))).toBe(
        'OPTION_INVALID',
      );
    },
  );
});

describe('a video', () => {
  test.each([90, 180, 270])('turned by %i degrees stands as ffmpeg shows it', async (degrees) => {
    const halves = 'color=red:s=160x240:d=0.2[a];color=blue:s=160x240:d=0.2[b];[a][b]hstack';
    const flat = await ffmpeg('-f', 'lavfi', '-i', halves, ...picture, file(`flat${degrees}.mp4`));
    const turned = file(`turned${degrees}.mov`);
    const copy = ['-c', 'copy', turned];
    // Newer versions of ffmpeg take an option, older ones a metadata entry.
    await ffmpeg('-display_rotation', `${degrees}`, '-i', flat, ...copy).catch(() =>
      ffmpeg('-i', flat, '-metadata:s:v', `rotate=${degrees}`, ...copy),
    );
    const shown = await ffmpeg('-i', turned, '-frames:v', '1', file(`turned${degrees}.png`));
    const source = await openVideo(turned);
    const [ours] = await allFrames(source);
    const [theirs] = await allFrames(await openMedia(shown));
    if (ours === undefined || theirs === undefined) throw new Error('no frame');
    expect([ours.width, ours.height]).toEqual(degrees === 180 ? [320, 240] : [240, 320]);
    expect([source.info.width, source.info.height]).toEqual([ours.width, ours.height]);
    for (const [x, y] of [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.1, 0.9],
    ] as const) {
      expect(distance(pixelAt(ours, x, y), pixelAt(theirs, x, y))).toBeLessThan(5);
    }
  });

  test.each([
    ['4/3', 427, 240],
    ['3/4', 320, 320],
  ])('with pixels of %s is stretched to square ones', async (aspect, width, height) => {
    const name = file(`sar-${width}.mp4`);
    await ffmpeg('-i', plain, '-vf', `setsar=${aspect}`, '-c:v', 'libx264', name);
    const source = await openVideo(name);
    const [frame] = await allFrames(source, { end: 0.1 });
    expect([frame?.width, frame?.height]).toEqual([width, height]);
    expect(frame?.data).toHaveLength(width * height * 3);
    expect([source.info.width, source.info.height]).toEqual([width, height]);
  });

  test('of odd size keeps every row and column', async () => {
    const scale = ['-vf', 'scale=361:289,format=yuv420p', '-c:v', 'libvpx-vp9', '-lossless', '1'];
    const path = await ffmpeg(...testPicture('362x290', 0.3), ...scale, file('odd.webm'));
    const [frame] = await allFrames(await openVideo(path));
    expect([frame?.width, frame?.height]).toEqual([361, 289]);
    expect(frame?.data).toHaveLength(361 * 289 * 3);
  });

  test.each([
    ['10 bits', 'yuv420p10le'],
    ['4:2:2', 'yuv422p'],
    ['4:4:4', 'yuv444p'],
    ['full range', 'yuvj420p'],
    ['grey', 'gray'],
  ])('in %s shows the right colours', async (_, format) => {
    const path = file(`${format}.mp4`);
    const bars = ['-f', 'lavfi', '-i', 'color=0xc08040:s=64x64:d=0.2'];
    await ffmpeg(...bars, '-vf', `format=${format}`, '-c:v', 'libx264', '-qp', '1', path);
    const [frame] = await allFrames(await openVideo(path));
    if (frame === undefined) throw new Error('no frame');
    const wanted = format === 'gray' ? [140, 140, 140] : [0xc0, 0x80, 0x40];
    expect(distance(pixelAt(frame, 0.5, 0.5), wanted)).toBeLessThan(6);
  });

  test.each([
    ['tagged BT.709 though small', '64x64', 'bt709', ['-colorspace', 'bt709']],
    ['tagged BT.601 though large', '64x720', 'bt601', ['-colorspace', 'smpte170m']],
    ['small without a tag', '64x64', 'bt601', []],
    ['large without a tag', '64x720', 'bt709', []],
  ])('%s shows the right colours', async (name, size, matrix, tags) => {
    const path = file(`${name}.mp4`);
    const source = ['-f', 'lavfi', '-i', `color=0x20c060:s=${size}:d=0.2,format=rgb24`];
    const encode = ['-vf', `scale=out_color_matrix=${matrix},format=yuv420p`, '-c:v', 'libx264'];
    await ffmpeg(...source, ...encode, '-qp', '1', ...tags, path);
    const [frame] = await allFrames(await openVideo(path));
    if (frame === undefined) throw new Error('no frame');
    expect(distance(pixelAt(frame, 0.5, 0.5), [0x20, 0xc0, 0x60])).toBeLessThan(4);
  });

  test('that changes its resolution gives frames of both sizes', async () => {
    const small = await ffmpeg('-i', plain, '-c', 'copy', file('small.ts'));
    const large = await ffmpeg(...testPicture('640x360', 1), ...picture, file('large.ts'));
    const both = await ffmpeg('-i', `concat:${small}|${large}`, '-c', 'copy', file('both.ts'));
    const frames = await allFrames(await openVideo(both), { fps: 1000 });
    const sizes = new Map<number, number>();
    for (const { width, height, data } of frames) {
      expect(data).toHaveLength(width * height * 3);
      sizes.set(width, (sizes.get(width) ?? 0) + 1);
    }
    expect([...sizes]).toEqual([
      [320, 90],
      [640, 30],
    ]);
  });

  test('whose clock does not begin at 0 begins at 0 for us', async () => {
    const late = await ffmpeg(
      '-itsoffset',
      '5',
      '-i',
      plain,
      '-c',
      'copy',
      '-copyts',
      file('late.mkv'),
    );
    const source = await openVideo(late);
    expect(source.info.duration).toBeCloseTo(3, 1);
    const frames = await allFrames(source);
    expect(frames).toHaveLength(30);
    expect(frames[0]?.timestamp).toBe(0);
  });

  test('with frames at uneven times keeps those times', async () => {
    const uneven = ['-vf', "select='not(mod(n,7))+lt(n,10)'", '-vsync', 'vfr'];
    const path = await ffmpeg('-i', plain, ...uneven, '-c:v', 'libx264', file('uneven.mkv'));
    const frames = await allFrames(await openVideo(path), { fps: 1000 });
    const wanted = Array.from({ length: 90 }, (_, n) => n).filter((n) => n < 10 || n % 7 === 0);
    expect(frames.map((frame) => Math.round(frame.timestamp * 30))).toEqual(wanted);
  });

  test('recorded in a browser, without length and index, has a length and frames', async () => {
    const live = ['-c:v', 'libvpx', '-b:v', '500k', '-f', 'webm', '-live', '1'];
    const source = await openVideo(await ffmpeg('-i', plain, ...live, file('live.webm')));
    expect(source.info.duration).toBeCloseTo(3, 1);
    expect(await allFrames(source)).toHaveLength(30);
  });

  test('in VP9 whose level is written as 0, as Chromium does, is read', async () => {
    const path = file('level.mp4');
    await ffmpeg('-i', plain, '-t', '1', '-c:v', 'libvpx-vp9', path);
    const bytes = await readFile(path);
    const box = bytes.indexOf('vpcC');
    expect(box).toBeGreaterThan(0);
    bytes[box + 9] = 0; // after the name: version and flags (4), profile (1), level
    await writeFile(path, bytes);
    expect(
      await allFrames(await openVideo(path, { findExecutable: async () => null })),
    ).toHaveLength(10);
  });

  test.each(['libx265', 'libvpx-vp9'])('encoded by %s is read', async (codec) => {
    const path = file(`${codec}.mkv`);
    await ffmpeg(...testPicture('160x120', 1), '-vf', 'format=yuv420p', '-c:v', codec, path);
    expect(await allFrames(await openVideo(path))).toHaveLength(10);
  });
});
