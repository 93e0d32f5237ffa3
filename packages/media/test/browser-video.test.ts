import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { EncodedVideoChunk, VideoDecoder } from '@napi-rs/webcodecs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openVideo } from '../src/browser/index.js';
import { openVideo as openFile } from '../src/index.js';
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
  ...['-vf', 'format=yuv420p', '-c:v', 'libx264', '-g', '30'],
  file('plain.mp4'),
);

// The decoders of a browser, played by those of Node.
beforeEach(() => {
  vi.stubGlobal('VideoDecoder', VideoDecoder);
  vi.stubGlobal('EncodedVideoChunk', EncodedVideoChunk);
});
afterEach(() => vi.unstubAllGlobals());

describe('a video that was given to a page', () => {
  test.each(['franck.mp4', 'franck.webm'])(
    '%s gives the frames that the file gives',
    async (name) => {
      const end = { end: 2 };
      const ours = await openVideo(await openAsBlob(realClip(name)), { name });
      const theirs = await openFile(realClip(name));
      expect(ours.info).toEqual({ ...theirs.info, path: name });
      const frames = await allFrames(ours, end);
      expect(frames).toHaveLength(20);
      for (const [i, wanted] of (await allFrames(theirs, end)).entries()) {
        expect(frames[i]?.timestamp).toBe(wanted.timestamp);
        expect(Buffer.compare(frames[i]?.data ?? Buffer.alloc(0), wanted.data)).toBe(0);
      }
    },
  );

  test('is called by the name of its file, or as it is told', async () => {
    const bytes = await openAsBlob(plain);
    const names = [];
    for (const source of [
      await openVideo(new File([bytes], 'talk.mp4')),
      await openVideo(new File([bytes], 'talk.mp4'), { name: 'Tuesday' }),
      await openVideo(bytes),
    ]) {
      names.push(source.info.name);
      await source.close();
    }
    expect(names).toEqual(['talk.mp4', 'Tuesday', 'recording']);
  });

  test('that was cut off gives what it still holds, with a warning', async () => {
    const front = await ffmpeg('-i', plain, '-c', 'copy', '-movflags', '+faststart', file('f.mp4'));
    const source = await openVideo(await openAsBlob(await cutFile(front, 0.6, file('cut.mp4'))));
    expect((await allFrames(source)).length).toBeGreaterThan(15);
    expect(source.info.warnings[0]).toContain('ends before its stated length');
  });
});

describe('a file that is no video for a page is named by what is wrong with it:', () => {
  const codeOfBytes = (...parts: BlobPart[]) => codeOf(openVideo(new Blob(parts)));

  test('empty, text, a picture', async () => {
    expect(await codeOfBytes()).toBe('INPUT_EMPTY');
    expect(await codeOfBytes('notes')).toBe('INPUT_NOT_MEDIA');
    expect(await codeOfBytes('Dear diary, this is no video.\n'.repeat(400))).toBe(
      'INPUT_NOT_MEDIA',
    );
    const still = await ffmpeg(...testPicture('64x64', 1), '-frames:v', '1', file('still.png'));
    expect(await codeOf(openVideo(await openAsBlob(still)))).toBe('INPUT_IS_IMAGE');
  });

  test('without its index, or only sound', async () => {
    const cut = await cutFile(plain, 0.7, file('no-index.mp4'));
    expect(await codeOf(openVideo(await openAsBlob(cut)))).toBe('INPUT_TRUNCATED');
    const sound = await ffmpeg('-f', 'lavfi', '-i', 'sine=d=1', file('sound.m4a'));
    expect(await codeOf(openVideo(await openAsBlob(sound)))).toBe('INPUT_NO_VIDEO');
  });

  test('taken away while it is read', async () => {
    const gone = new Blob(['x'.repeat(100)]);
    gone.slice = () => {
      throw new DOMException('the file is gone', 'NotReadableError');
    };
    expect(await codeOf(openVideo(gone))).toBe('INPUT_UNREADABLE');
  });

  test('a container or a codec that no browser has, with advice that a page can give', async () => {
    const [avi, mpeg4] = [file('old.avi'), file('old.mp4')];
    for (const path of [avi, mpeg4]) {
      await ffmpeg(...testPicture('64x64', 1), '-c:v', 'mpeg4', path);
      const opening = openVideo(await openAsBlob(path), { name: 'old' });
      await expect(opening).rejects.toMatchObject({
        code: 'INPUT_UNSUPPORTED_CODEC',
        detail: expect.stringMatching(/^old \(/),
        hint: expect.stringMatching(/^Convert it .* "poise analyze"/),
      });
    }
  });

  test('a codec that this browser does not have', async () => {
    vi.stubGlobal('VideoDecoder', {
      isConfigSupported: async () => ({ supported: false }),
    });
    const opening = openVideo(await openAsBlob(plain), { name: 'talk.mp4' });
    await expect(opening).rejects.toMatchObject({
      code: 'INPUT_UNSUPPORTED_CODEC',
      detail: 'talk.mp4 (avc)',
    });
  });

  test('any video where pages have no decoders', async () => {
    vi.stubGlobal('VideoDecoder', undefined);
    await expect(openVideo(await openAsBlob(plain))).rejects.toMatchObject({
      code: 'INPUT_UNSUPPORTED_CODEC',
      hint: expect.stringContaining('decodes no videos for pages'),
    });
  });
});
