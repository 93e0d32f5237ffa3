import { fetchAsset } from '@poise/models/browser';
import type { FacePipeline } from '../face-pipeline.js';
import {
  DETECTOR_MODELS,
  loadExpressionReader,
  loadFacePipeline,
  type ModelSource,
} from '../load-pipeline.js';
import type { InferenceRuntime } from '../runtime.js';
import {
  fasterBackend,
  LONGEST_GPU_TRIAL_MS,
  type TrialModel,
  type TrialResult,
  timeModels,
  within,
} from './backend-trial.js';
import { LoadTotal } from './load-total.js';
import { fetchModels } from './model-files.js';
import { createWebRuntime, type WebBackend } from './onnx-runtime-web.js';
import type { BackendInfo, BrowserSetup, LoadProgress } from './protocol.js';

/** The models that read every frame; the detector runs on few. */
async function trialModels(expression: string, source: ModelSource): Promise<TrialModel[]> {
  const models: TrialModel[] = [];
  for (const name of ['facemesh', 'iris', expression]) {
    const { entry, bytes } = await source(name);
    const dims = (entry.inputs[0]?.shape ?? []).map((size) => Math.max(1, size));
    const data = new Float32Array(dims.reduce((product, size) => product * size, 1));
    models.push({ bytes, input: { data, dims } });
  }
  return models;
}

/** What is used of WebGPU here. */
interface Gpu {
  requestAdapter(): Promise<{ readonly info?: { readonly isFallbackAdapter?: boolean } } | null>;
}

/**
 * Whether the device has a graphics card that pages can compute on. One that the browser makes of
 * software runs on the same processor as WebAssembly, and is many times slower.
 */
async function hasGpu(): Promise<boolean> {
  const { gpu } = navigator as { gpu?: Gpu };
  const adapter = (await gpu?.requestAdapter().catch(() => null)) ?? null;
  return adapter !== null && adapter.info?.isFallbackAdapter !== true;
}

interface Chosen {
  readonly runtime: InferenceRuntime;
  readonly info: BackendInfo;
}

async function chooseRuntime(
  setup: BrowserSetup,
  source: ModelSource,
  total: LoadTotal,
): Promise<Chosen> {
  const { device, threads, assets, faces } = setup;
  const create = async (backend: WebBackend): Promise<InferenceRuntime> => {
    const files = assets[backend] ?? assets.wasm;
    const tell = total.expect(files.wasm, files.bytes ?? 0);
    // The runtime fetches the file too, tells no progress, and cannot say what is wrong with it.
    const checked = fetchAsset(files.wasm, {
      magic: 'wasm',
      onProgress: ({ loaded }) => tell(loaded),
    });
    checked.catch(() => undefined);
    const runtime = await createWebRuntime(backend, backend === 'wasm' ? threads : 1, files);
    return {
      load: async (bytes) => {
        try {
          return await runtime.load(bytes);
        } catch (error) {
          await checked;
          throw error;
        }
      },
    };
  };
  const info = (backend: WebBackend, trial: TrialResult | null): BackendInfo => ({
    device: backend,
    threads: backend === 'wasm' ? threads : 1,
    trial,
  });
  if (device !== 'auto') return { runtime: await create(device), info: info(device, null) };
  const wasm = await create('wasm');
  if (assets.webgpu === undefined || !(await hasGpu())) {
    return { runtime: wasm, info: info('wasm', null) };
  }
  const models = await trialModels(faces.model, source);
  const now = () => performance.now();
  const wasmMs = await timeModels(wasm, models, now);
  const tryGpu = async () => {
    const runtime = await create('webgpu');
    return { runtime, ms: await timeModels(runtime, models, now) };
  };
  // A driver that cannot run the models is as good as none: the trial says so with a null.
  const gpu = await within(LONGEST_GPU_TRIAL_MS, tryGpu()).catch(() => null);
  const trial = { wasm: wasmMs, webgpu: gpu?.ms ?? null };
  const backend = fasterBackend(trial);
  const runtime = backend === 'webgpu' && gpu !== null ? gpu.runtime : wasm;
  return { runtime, info: info(backend, trial) };
}

/**
 * Loads everything that stands between an image and what its faces show, on the backend that was
 * asked for, or with `auto` on the one that is faster in a trial of a second.
 *
 * @throws PoiseError ASSET_UNREACHABLE, ASSET_IS_HTML, MODEL_CORRUPTED, RUNTIME_FAILED.
 */
export async function startPipeline(
  setup: BrowserSetup,
  onProgress: (progress: LoadProgress) => void,
): Promise<{ pipeline: FacePipeline; info: BackendInfo }> {
  const names = [
    ...DETECTOR_MODELS[setup.faces.faceDetector],
    'facemesh',
    'iris',
    setup.faces.model,
  ];
  const total = new LoadTotal(onProgress);
  const source = fetchModels(names, setup.assets.models, total);
  const { runtime, info } = await chooseRuntime(setup, source, total);
  const reader = await loadExpressionReader(setup.faces.model, runtime, source);
  const pipeline = await loadFacePipeline(reader, setup.faces, runtime, source);
  return { pipeline, info };
}
