import blazeface from '@poise/models/generated/blazeface.onnx?url';
import facemesh from '@poise/models/generated/facemesh.onnx?url';
import iris from '@poise/models/generated/iris.onnx?url';
import expression from '@poise/models/weights/poise-net-int8.onnx?url';
import type { DetectorAssets } from '@poise/vision/browser';
import gpuScript from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import script from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

/** Bytes of the runtime's two files; the build puts them in. */
declare const __RUNTIME_BYTES__: { readonly wasm: number; readonly webgpu: number };

/** Everything that the detector loads, by the addresses that the build gave it. */
export const DETECTOR_ASSETS: DetectorAssets = {
  models: { blazeface, facemesh, iris, 'poise-net-int8': expression },
  wasm: {
    mjs: script,
    wasm,
    bytes: __RUNTIME_BYTES__.wasm,
  },
  webgpu: {
    mjs: gpuScript,
    wasm: gpuWasm,
    bytes: __RUNTIME_BYTES__.webgpu,
  },
};
