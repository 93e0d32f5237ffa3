/// <reference types="vite/client" />
import blazeface from '@poise/models/generated/blazeface.onnx?url';
import facemesh from '@poise/models/generated/facemesh.onnx?url';
import iris from '@poise/models/generated/iris.onnx?url';
import onet from '@poise/models/generated/mtcnn-onet.onnx?url';
import pnet from '@poise/models/generated/mtcnn-pnet.onnx?url';
import rnet from '@poise/models/generated/mtcnn-rnet.onnx?url';
import expression from '@poise/models/weights/poise-net-int8.onnx?url';
import { EmotionDetector, type EmotionDetectorOptions } from '@poise/vision/browser';
import gpuScript from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import script from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

/** What the page gives to the tests that drive it. */
export interface EnginePage {
  createDetector(options: Omit<EmotionDetectorOptions, 'assets'>): Promise<EmotionDetector>;
}

/** The smallest page that reads faces: the package, its files, and nothing of the app. */
const page: EnginePage = {
  createDetector: (options) =>
    EmotionDetector.create({
      ...options,
      assets: {
        models: {
          ...(options.faceDetector === 'mtcnn'
            ? { 'mtcnn-pnet': pnet, 'mtcnn-rnet': rnet, 'mtcnn-onet': onet }
            : { blazeface }),
          facemesh,
          iris,
          'poise-net-int8': expression,
        },
        wasm: { mjs: script, wasm },
        webgpu: { mjs: gpuScript, wasm: gpuWasm },
      },
    }),
};

Object.assign(globalThis, page);
