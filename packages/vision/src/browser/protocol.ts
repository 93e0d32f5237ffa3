import type { Frame } from '@poise/core';
import type { FaceSettings } from '../detector-options.js';
import type { FaceResult } from '../face-result.js';
import type { LightReading } from '../light.js';
import type { TrialResult } from './backend-trial.js';
import type { WebBackend } from './onnx-runtime-web.js';
import type { DetectorAssets } from './runtime-files.js';

/** A picture as a page has it. Both kinds are handed over to the worker and closed there. */
export type FrameImage = VideoFrame | ImageBitmap;

/** What a worker is made of. */
export interface BrowserSetup {
  readonly faces: FaceSettings;
  readonly device: 'auto' | WebBackend;
  /** Threads of WebAssembly. */
  readonly threads: number;
  readonly assets: DetectorAssets;
}

/** What a worker is asked to do. */
export type BrowserRequest =
  | { readonly kind: 'start'; readonly setup: BrowserSetup }
  /** The image is transferred and closed. */
  | {
      readonly kind: 'read';
      readonly image: FrameImage;
      /** Seconds. */
      readonly timestamp: number;
    }
  /** The frame's bytes are transferred, and come back with the answer. */
  | { readonly kind: 'detect'; readonly frame: Frame & { readonly data: Uint8Array<ArrayBuffer> } }
  | { readonly kind: 'reset' };

/** What the worker runs. */
export interface BackendInfo {
  readonly device: WebBackend;
  readonly threads: number;
  /** Milliseconds a frame on each backend, when both were tried. */
  readonly trial: TrialResult | null;
}

/** What one image shows. */
export interface ImageReading {
  /** Size of the upright frame, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The faces, the largest first. */
  readonly faces: readonly FaceResult[];
  readonly light: LightReading;
}

/** What a worker answers, by the kind of the request. */
export interface BrowserAnswers {
  readonly start: BackendInfo;
  readonly read: ImageReading;
  readonly detect: { readonly faces: FaceResult[]; readonly data: Uint8Array<ArrayBuffer> };
  readonly reset: null;
}

/** A request with its number. */
export interface BrowserCall {
  readonly id: number;
  readonly request: BrowserRequest;
}

/** How many bytes of everything that is loaded are there. */
export interface LoadProgress {
  readonly loaded: number;
  readonly total: number;
}

/** News from the worker that answer no call. */
export interface BrowserNews {
  readonly progress: LoadProgress;
}
