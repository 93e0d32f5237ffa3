import { PoiseError } from '@poise/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cameraError, listCameras, openCamera } from '../src/camera/index.js';
import { codeOf } from './clips.js';
import {
  FakeDocument,
  FakeImage,
  FakeStream,
  FakeVideo,
  giveCamera,
  type Listening,
} from './fake-camera.js';

let page: FakeDocument;
let video: FakeVideo;
beforeEach(() => {
  vi.useFakeTimers();
  page = new FakeDocument();
  video = new FakeVideo(page);
  vi.stubGlobal('document', page);
  vi.stubGlobal('VideoFrame', FakeImage);
  FakeImage.open = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const element = () => video as unknown as HTMLVideoElement;

const listeners = (...targets: Listening[]) =>
  targets.reduce((sum, target) => sum + target.listening, 0);

describe('a camera that cannot be opened', () => {
  test.each([
    ['NotAllowedError', 'CAMERA_REFUSED'],
    ['NotFoundError', 'CAMERA_NOT_FOUND'],
    ['OverconstrainedError', 'CAMERA_NOT_FOUND'],
    ['NotReadableError', 'CAMERA_BUSY'],
    ['AbortError', 'CAMERA_BUSY'],
    ['SecurityError', 'CAMERA_UNSUPPORTED'],
  ])('with %s is %s', async (name, code) => {
    const cause = new DOMException('no', name);
    giveCamera(async () => {
      throw cause;
    });
    await expect(openCamera()).rejects.toMatchObject({ code, cause });
  });

  test('on a page that was not served safely is CAMERA_UNSUPPORTED', async () => {
    vi.stubGlobal('navigator', {});
    expect(await codeOf(openCamera())).toBe('CAMERA_UNSUPPORTED');
    expect(await codeOf(listCameras())).toBe('CAMERA_UNSUPPORTED');
  });

  test('for a reason that nobody knows is an error of ours, and ours stays as it is', () => {
    expect(cameraError(new Error('what?'))).toMatchObject({ code: 'INTERNAL' });
    expect(cameraError('what?')).toMatchObject({ code: 'INTERNAL' });
    const ours = new PoiseError('CANCELLED');
    expect(cameraError(ours)).toBe(ours);
  });

  test('is given back when the person allows it after the page has moved on', async () => {
    const stream = new FakeStream();
    const cancel = new AbortController();
    giveCamera(async () => {
      cancel.abort();
      return stream;
    });
    expect(await codeOf(openCamera({ signal: cancel.signal }))).toBe('CANCELLED');
    expect(stream.track.readyState).toBe('ended');
  });
});

describe('what is asked of a camera', () => {
  test('is 640 × 480 at 30 frames a second, facing the person, without sound', async () => {
    const asked = giveCamera(async () => new FakeStream());
    await openCamera();
    expect(asked).toEqual([
      {
        video: {
          facingMode: 'user',
          width: { ideal: 640 },
          height: { ideal: 480 },
          frameRate: { ideal: 30 },
        },
        audio: false,
      },
    ]);
  });

  test('is the very device that was chosen', async () => {
    const asked = giveCamera(async () => new FakeStream());
    const camera = await openCamera({ deviceId: 'b', width: 1280 });
    expect(asked[0]?.video).toMatchObject({ deviceId: { exact: 'b' }, width: { ideal: 1280 } });
    expect(camera).toMatchObject({ label: 'Fake', deviceId: 'fake-1', width: 640, height: 480 });
    expect(camera.frameRate).toBe(30);
  });

  test('leaves microphones and nameless devices out of the list', async () => {
    giveCamera(async () => new FakeStream());
    expect(await listCameras()).toEqual([{ deviceId: 'fake-1', label: 'Fake' }]);
  });
});

describe('the frames of a camera', () => {
  test('come from the first that plays, one for each that is shown, at their time of capture', async () => {
    giveCamera(async () => new FakeStream());
    const camera = await openCamera();
    const times: number[] = [];
    const stop = camera.frames(element(), ({ image, time }) => {
      times.push(time);
      expect(image).toMatchObject({ timestamp: Math.round(time * 1e6) });
      image.close();
    });
    video.readyState = 0;
    video.show(1000, 990);
    video.readyState = 4;
    video.show(1040, 1030);
    video.show(1080, 1070);
    video.show(1080, 1020); // captured earlier: no step back
    video.show(1120); // a browser that does not tell
    video.show(1160, 999_999); // another clock
    expect(times).toEqual([1.03, 1.07, 1.07, 1.12, 1.16]);
    stop();
    video.show(1200, 1190);
    expect(times).toHaveLength(5);
    expect(FakeImage.open).toBe(0);
  });

  test('stay away while the page is hidden', async () => {
    giveCamera(async () => new FakeStream());
    const camera = await openCamera();
    let count = 0;
    camera.frames(element(), ({ image }) => {
      count += 1;
      image.close();
    });
    video.show(1000);
    page.turn('hidden');
    video.show(2000);
    expect(count).toBe(1);
    page.turn('visible');
    video.show(3000);
    expect(count).toBe(2);
  });

  test('are bitmaps where there is no VideoFrame, none of them late', async () => {
    vi.stubGlobal('VideoFrame', undefined);
    const made: ((image: FakeImage) => void)[] = [];
    vi.stubGlobal('createImageBitmap', () => new Promise((resolve) => made.push(resolve)));
    giveCamera(async () => new FakeStream());
    const camera = await openCamera();
    const times: number[] = [];
    const stop = camera.frames(element(), ({ image, time }) => {
      times.push(time);
      image.close();
    });
    video.show(1000);
    video.show(1040); // the one before is still being made
    made[0]?.(new FakeImage());
    await vi.advanceTimersByTimeAsync(0);
    video.show(1080);
    stop();
    made[1]?.(new FakeImage());
    await vi.advanceTimersByTimeAsync(0);
    expect(times).toEqual([1]);
    expect(made).toHaveLength(2);
    expect(FakeImage.open).toBe(0);
  });

  test('are told by the refresh of the screen where a video tells nothing of its frames', async () => {
    const refreshes = new Map<number, (now: number) => void>();
    let ids = 0;
    vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => {
      ids += 1;
      refreshes.set(ids, callback);
      return ids;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => refreshes.delete(id));
    const refresh = (now: number, currentTime: number) => {
      video.currentTime = currentTime;
      const due = [...refreshes.values()];
      refreshes.clear();
      for (const callback of due) callback(now);
    };
    Object.assign(video, { requestVideoFrameCallback: undefined });
    giveCamera(async () => new FakeStream());
    const camera = await openCamera();
    const times: number[] = [];
    const stop = camera.frames(element(), ({ image, time }) => {
      times.push(time);
      image.close();
    });
    refresh(1000, 0);
    refresh(1016, 0.03);
    refresh(1032, 0.03);
    refresh(1048, 0.06);
    expect(times).toEqual([1.016, 1.048]);
    stop();
    expect(refreshes.size).toBe(0);
  });
});

describe('a camera that fails in mid-session', () => {
  test('is lost when it is unplugged, and tells also those who ask later', async () => {
    const stream = new FakeStream();
    giveCamera(async () => stream);
    const camera = await openCamera();
    const told: string[] = [];
    camera.onLost(({ code }) => told.push(code));
    camera.frames(element(), ({ image }) => image.close());
    stream.track.end();
    camera.onLost(({ detail }) => told.push(`later: ${detail}`));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['CAMERA_LOST', 'later: Fake']);
    expect(video.srcObject).toBeNull();
    const stop = camera.frames(element(), () => told.push('a frame'));
    video.show(1000);
    stop();
    expect(told).toHaveLength(2);
  });

  test('is silent when no frame comes for five seconds, once for each time', async () => {
    giveCamera(async () => new FakeStream());
    const camera = await openCamera();
    const told: string[] = [];
    camera.onSilent(({ code }) => told.push(code));
    camera.frames(element(), ({ image }) => image.close());
    vi.advanceTimersByTime(4900);
    video.show(4900);
    vi.advanceTimersByTime(4900);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(told).toEqual(['CAMERA_SILENT']);
    vi.advanceTimersByTime(20_000);
    expect(told).toHaveLength(1);
    video.show(30_000);
    vi.advanceTimersByTime(5000);
    expect(told).toHaveLength(2);
  });

  test('is not silent because the page is hidden', async () => {
    giveCamera(async () => new FakeStream());
    const camera = await openCamera();
    let silent = 0;
    camera.onSilent(() => {
      silent += 1;
    });
    camera.frames(element(), ({ image }) => image.close());
    page.turn('hidden');
    vi.advanceTimersByTime(60_000);
    page.turn('visible');
    vi.advanceTimersByTime(4900);
    expect(silent).toBe(0);
    vi.advanceTimersByTime(200);
    expect(silent).toBe(1);
  });

  test('is silent at once when its switch or the system holds the picture back', async () => {
    const stream = new FakeStream();
    giveCamera(async () => stream);
    const camera = await openCamera();
    const told: string[] = [];
    const quiet = camera.onSilent(({ code }) => told.push(code));
    stream.track.dispatchEvent(new Event('mute'));
    expect(told).toEqual(['CAMERA_SILENT']);
    page.turn('hidden');
    stream.track.dispatchEvent(new Event('mute'));
    quiet();
    page.turn('visible');
    stream.track.dispatchEvent(new Event('mute'));
    expect(told).toHaveLength(1);
  });
});

describe('closing a camera', () => {
  test('leaves nothing behind, also a hundred times', async () => {
    const streams: FakeStream[] = [];
    giveCamera(async () => {
      streams.push(new FakeStream());
      return streams.at(-1) as FakeStream;
    });
    for (let i = 0; i < 100; i += 1) {
      const camera = await openCamera();
      camera.frames(element(), ({ image }) => image.close());
      video.show(i);
      camera.close();
      camera.close();
    }
    expect(streams.map(({ track }) => track.readyState)).toEqual(Array(100).fill('ended'));
    expect(listeners(page, video, ...streams.map(({ track }) => track))).toBe(0);
    expect([video.pending, video.srcObject, vi.getTimerCount()]).toEqual([0, null, 0]);
  });

  test('is no loss of it, and a closed camera gives no frames', async () => {
    const stream = new FakeStream();
    giveCamera(async () => stream);
    const camera = await openCamera();
    let told = 0;
    camera.onLost(() => {
      told += 1;
    });
    camera.close();
    stream.track.end();
    camera.frames(element(), () => {
      told += 1;
    });
    video.show(1000);
    expect(told).toBe(0);
  });

  test('an element that showed it before goes on showing it when its frames are no longer read', async () => {
    const stream = new FakeStream();
    giveCamera(async () => stream);
    const camera = await openCamera();
    video.srcObject = stream;
    camera.frames(element(), ({ image }) => image.close())();
    expect(video.srcObject).toBe(stream);
  });
});
