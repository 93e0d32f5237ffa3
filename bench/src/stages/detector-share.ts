import { openVideo } from '@poise/media';
import { loadModel } from '@poise/models';
// How often the detector runs is no part of the public interface: only this measurement asks.
import { BlazeFaceDetector } from '../../../packages/vision/dist/blazeface.js';
import { FaceMeshReader } from '../../../packages/vision/dist/face-mesh.js';
import { FaceTracker } from '../../../packages/vision/dist/face-tracker.js';
import { createNodeRuntime } from '../../../packages/vision/dist/onnx-runtime-node.js';
import { FRANCK } from '../franck.js';
import { reportStage } from '../stage.js';

/** Seconds of the clip. */
const SECONDS = 60;

const [maxFaces = 1, fps = 10] = (process.argv[2] ?? '').split(' ').map(Number);

await reportStage(async () => {
  const runtime = createNodeRuntime('cpu');
  const load = async (name: string) => {
    const { entry, bytes } = await loadModel(name);
    const [low = 0, high = 1] = entry.inputs[0]?.range ?? [];
    return { model: await runtime.load(bytes), range: { low, high } };
  };
  const detector = await load('blazeface');
  const mesh = await load('facemesh');
  const tracker = new FaceTracker(
    new BlazeFaceDetector(detector.model, detector.range),
    new FaceMeshReader(mesh.model, mesh.range),
    { maxFaces, minFaceSize: 60, tracking: true },
  );
  await using video = await openVideo(FRANCK);
  const ids = new Set<number>();
  let frames = 0;
  for await (const frame of video.frames({ fps, end: SECONDS })) {
    for (const { id } of await tracker.update(frame)) ids.add(id);
    frames++;
  }
  return { share: tracker.detectorRuns / frames, ids: ids.size };
});
