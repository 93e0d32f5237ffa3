import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SessionRecorder } from '../src/practice/session-recorder.js';
import { MemorySessionStore } from '../src/storage/memory-store.js';

class RefusingRecorder {
  static isTypeSupported(): boolean {
    return true;
  }

  constructor() {
    throw new DOMException('no encoder', 'NotSupportedError');
  }
}

class Stream {
  getVideoTracks(): MediaStreamTrack[] {
    return [];
  }
}

beforeEach(() => {
  vi.stubGlobal('MediaStream', Stream);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a browser that refuses to record costs the recording alone, and the recorder says so', async () => {
  vi.stubGlobal('MediaRecorder', RefusingRecorder);
  expect(SessionRecorder.supported).toBe(true);
  const store = new MemorySessionStore();
  const recorder = new SessionRecorder(new MediaStream(), store);
  expect(recorder.problem).toMatchObject({ code: 'STORAGE_FAILED', detail: 'no encoder' });
  const onStored = vi.fn();
  recorder.start(async () => 'id', onStored);
  recorder.pause();
  recorder.resume();
  await recorder.stop();
  expect(onStored).not.toHaveBeenCalled();
});

test('a browser without a recorder is known before anything is asked of it', () => {
  expect(SessionRecorder.supported).toBe(false);
});
