/** The two files that onnxruntime-web loads at run time, by their addresses. */
export interface RuntimeFiles {
  /** `ort-wasm-simd-threaded.mjs`, for WebGPU `ort-wasm-simd-threaded.asyncify.mjs`. */
  readonly mjs: string;
  /** `ort-wasm-simd-threaded.wasm`, for WebGPU `ort-wasm-simd-threaded.asyncify.wasm`. */
  readonly wasm: string;
  /** Size of the second file in bytes, for the progress; left out of it when not given. */
  readonly bytes?: number;
}

/** Where a page keeps what the detector loads. */
export interface DetectorAssets {
  /** Addresses of the model files by the model's name in the manifest. */
  readonly models: Readonly<Record<string, string>>;
  /** The files of onnxruntime-web for WebAssembly. */
  readonly wasm: RuntimeFiles;
  /** Those for WebGPU; without them WebGPU is not tried. */
  readonly webgpu?: RuntimeFiles;
}
