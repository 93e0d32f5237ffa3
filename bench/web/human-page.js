import { Human } from '/human/human.esm.js';

const OFF = { enabled: false };

/**
 * Reads the camera for some seconds with @vladmandic/human on one thread of WebAssembly.
 *
 * @param {'none' | 'detector' | 'all'} reuse - how much it may reuse from frame to frame.
 * @param {number} seconds
 */
globalThis.measure = async (reuse, seconds) => {
  const human = new Human({
    backend: 'wasm',
    wasmPath: '/tfjs/',
    modelBasePath: '/models/',
    warmup: 'none',
    ...(reuse === 'none' ? { cacheSensitivity: 0 } : {}),
    filter: OFF,
    gesture: OFF,
    face: {
      enabled: true,
      detector: { maxDetected: 1 },
      mesh: { enabled: true },
      iris: OFF,
      emotion: { enabled: true, ...(reuse === 'all' ? {} : { skipFrames: 0, skipTime: 0 }) },
      description: OFF,
    },
    body: OFF,
    hand: OFF,
    object: OFF,
  });
  await human.load();
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: 640, height: 480, frameRate: 30 },
  });
  const video = document.querySelector('video');
  video.srcObject = stream;
  await video.play();
  for (let i = 0; i < 10; i++) await human.detect(video);
  const longTasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  let frames = 0;
  let found = 0;
  const latencies = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  // Each picture of the camera once, and the next one only when the one before is read.
  while (performance.now() < end) {
    const captured = await new Promise((resolve) => {
      video.requestVideoFrameCallback((now, { captureTime }) => resolve(captureTime ?? now));
    });
    const { face } = await human.detect(video);
    latencies.push(performance.now() - captured);
    frames++;
    if (face.length > 0) found++;
  }
  const elapsed = performance.now() - start;
  observer.disconnect();
  for (const track of stream.getTracks()) track.stop();
  latencies.sort((a, b) => a - b);
  return {
    backend: human.tf.getBackend(),
    fps: (frames / elapsed) * 1000,
    found: found / frames,
    latency: latencies[latencies.length >> 1],
    longTasks: longTasks.length,
    longestTask: Math.max(0, ...longTasks),
  };
};
