import { listModels, loadModel } from '@poise/models';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { median } from '../median.js';
import { reportStage } from '../stage.js';

const WARM_UP = 20;
const RUNS = 200;

/**
 * What stands for a size that may be any: one picture, and of any height and width that of the first
 * level of MTCNN's pyramid for 640 × 480 and faces of 60 pixels.
 */
const ANY_SIZE = [1, 3, 96, 128];

await reportStage(async () => {
  const figures: Record<string, number> = {};
  for (const { name } of listModels()) {
    const { entry, bytes } = await loadModel(name);
    const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 });
    const [input] = entry.inputs;
    if (input === undefined) continue;
    const dims = input.shape.map((size, axis) => (size > 0 ? size : (ANY_SIZE[axis] ?? 1)));
    const values = new Float32Array(dims.reduce((a, b) => a * b)).fill(0.5);
    const times: number[] = [];
    for (let run = 0; run < WARM_UP + RUNS; run++) {
      const start = performance.now();
      await session.run({ [input.name]: new Tensor('float32', values, dims) });
      if (run >= WARM_UP) times.push(performance.now() - start);
    }
    figures[name] = median(times);
    await session.release();
  }
  return figures;
});
