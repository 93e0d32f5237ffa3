import type { ModelEntry } from './manifest.js';

/** A model, read and checked. */
export interface LoadedModel {
  readonly entry: ModelEntry;
  /** The ONNX file, byte for byte what the manifest says. */
  readonly bytes: Uint8Array;
}
