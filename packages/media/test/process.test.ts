import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repairCodecString } from '../src/video/codec-string.js';
import { isShownPacket } from '../src/video/shown-packet.js';
import { TimeLabels } from '../src/video/time-labels.js';
import { ffmpeg, realClip, runModule, temporaryFolder, testPicture } from './clips.js';

const folder = await temporaryFolder();

describe('a program that does nothing but await frames', () => {
  const clip = JSON.stringify(realClip('cap13_edit2.mp4'));

  test('is kept alive until it has them all, and then ends by itself', async () => {
    const { code, stdout, stderr } = await runModule(`
      import { openVideo } from '@poise/media';
      const source = await openVideo(${clip});
      let count = 0;
      for await (const frame of source.frames({ fps: 2 })) count += 1;
      await source.close();
      console.log(count);`);
    expect(stderr).toBe('');
    expect(Number(stdout)).toBeGreaterThan(50);
    expect(code).toBe(0);
  });

  test('ends by itself when it leaves the loop early', async () => {
    const { code, stdout } = await runModule(`
      import { openVideo } from '@poise/media';
      const source = await openVideo(${clip});
      for await (const frame of source.frames()) { console.log(frame.width); break; }`);
    expect(stdout).toMatch(/^\d+\n$/);
    expect(code).toBe(0);
  });

  test('ends by itself when it takes one frame and forgets the rest', async () => {
    const { code, stdout } = await runModule(`
      import { openVideo } from '@poise/media';
      const frames = (await openVideo(${clip})).frames()[Symbol.asyncIterator]();
      console.log((await frames.next()).value.width);`);
    expect(stdout).toMatch(/^\d+\n$/);
    expect(code).toBe(0);
  });
});

test.each([1, 10])('memory stays bounded over a long video at %i frames a second', async (fps) => {
  const path = join(folder, `long-${fps}.mp4`);
  const part = await ffmpeg(
    ...testPicture('1280x720', 4),
    ...['-vf', 'format=yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '300'],
    join(folder, `part-${fps}.mp4`),
  );
  await ffmpeg('-stream_loop', '9', '-i', part, '-c', 'copy', path);
  const { stdout } = await runModule(`
    import { openVideo } from '@poise/media';
    const source = await openVideo(${JSON.stringify(path)});
    let most = 0;
    for await (const frame of source.frames({ fps: ${fps} })) {
      most = Math.max(most, process.memoryUsage().rss);
    }
    console.log(most / 2 ** 20);`);
  // 1200 decoded frames of 1.3 MiB each would be 1.6 GiB.
  expect(Number(stdout)).toBeGreaterThan(30);
  expect(Number(stdout)).toBeLessThan(600);
});

describe('the codec string of a VP9 recording', () => {
  test.each([
    ['vp09.00.00', 'vp09.00.10.08'],
    ['vp09.00.00.08', 'vp09.00.10.08'],
    ['vp09.00.00.00', 'vp09.00.10.08'],
    ['vp09.02.00.10.01.09.16.09.01', 'vp09.02.10.10.01.09.16.09.01'],
    ['vp09.00.41.08', 'vp09.00.41.08'],
    ['vp8', 'vp8'],
    ['avc1.640015', 'avc1.640015'],
  ])('%s is read as %s', (written, read) => {
    expect(repairCodecString(written)).toBe(read);
  });
});

test('the n-th frame out gets the n-th smallest time in', () => {
  const labels = new TimeLabels();
  for (const time of [0, 4, 2, 1]) labels.add(time);
  expect([labels.next(), labels.next()]).toEqual([0, 1]);
  labels.add(3);
  expect([labels.next(), labels.next(), labels.next(), labels.next()]).toEqual([
    2,
    3,
    4,
    undefined,
  ]);
});

test('a VP8 packet that is not shown takes no time', () => {
  expect(isShownPacket('vp8', Uint8Array.of(0x10))).toBe(true);
  expect(isShownPacket('vp8', Uint8Array.of(0x01))).toBe(false);
  expect(isShownPacket('vp09.00.10.08', Uint8Array.of(0x01))).toBe(true);
});
