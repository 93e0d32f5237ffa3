import type { FaceSettings } from '../detector-options.js';
import type { FaceReadings, FollowedFace } from '../face-result.js';
import type { LightReading } from '../light.js';
import type { FrameAnswers, FrameRequest } from '../worker-protocol.js';
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
  /** Finds the faces of an image, which is transferred and closed. */
  | {
      readonly kind: 'look';
      readonly ticket: number;
      readonly image: FrameImage;
      /** Seconds. */
      readonly timestamp: number;
    }
  /** Reads the chosen faces of that image. */
  | { readonly kind: 'read-image'; readonly ticket: number; readonly ids: readonly number[] }
  | FrameRequest;

/** What the worker runs. */
export interface BackendInfo {
  readonly device: WebBackend;
  readonly threads: number;
  /** Milliseconds a frame on each backend, when both were tried. */
  readonly trial: TrialResult | null;
}

/** What one image shows. */
export interface ImageReading extends FaceReadings {
  /** Size of the upright frame, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The light of the picture, and on the largest face that was read. */
  readonly light: LightReading;
}

/** What a worker answers, by the kind of the request. */
export interface BrowserAnswers extends FrameAnswers {
  readonly start: BackendInfo;
  readonly look: readonly FollowedFace[];
  readonly 'read-image': ImageReading;
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
