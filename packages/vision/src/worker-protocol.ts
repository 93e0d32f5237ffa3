import { type ErrorRecord, type Frame, packError as packErrorAs } from '@poise/core';
import type { Device } from './devices.js';
import type { ExpressionBatch } from './expression-reader.js';
import type { FaceReadings, FaceResult, FollowedFace } from './face-result.js';

export { unpackError } from '@poise/core';

/** Which detector finds the faces. */
export type FaceDetectorName = 'blazeface' | 'mtcnn';

/** What a worker that detects is made of. */
export interface DetectorSetup {
  readonly kind: 'detector';
  readonly model: string;
  readonly faceDetector: FaceDetectorName;
  readonly device: Device;
  readonly maxFaces: number;
  readonly minFaceSize: number;
  readonly tracking: boolean;
  /** A folder to read the model files from in place of the models package. */
  readonly modelDirectory: string | undefined;
}

/** What a worker that reads ready-made face crops is made of. */
export interface ClassifierSetup {
  readonly kind: 'classifier';
  readonly model: string;
  readonly device: Device;
  readonly modelDirectory: string | undefined;
}

/** What a worker is made for; it comes as the worker's start data. */
export type WorkerSetup = DetectorSetup | ClassifierSetup;

/** A frame whose bytes can be handed over. */
export type LentFrame = Frame & { readonly data: Uint8Array<ArrayBuffer> };

/** What a worker is asked of frames, in Node and in browsers. */
export type FrameRequest =
  /** The frame's bytes are transferred, and come back with the answer. */
  | { readonly kind: 'detect'; readonly frame: LentFrame }
  /** The same in two steps: the faces of the frame, then those to read. The second gives it back. */
  | { readonly kind: 'find'; readonly ticket: number; readonly frame: LentFrame }
  | { readonly kind: 'read'; readonly ticket: number; readonly ids: readonly number[] }
  | { readonly kind: 'reset' };

/** What a worker answers of frames, by the kind of the request. */
export interface FrameAnswers {
  readonly detect: { readonly faces: FaceResult[]; readonly data: LentFrame['data'] };
  readonly find: readonly FollowedFace[];
  readonly read: FaceReadings & { readonly data: LentFrame['data'] };
  readonly reset: null;
}

/** What a worker is asked to do. */
export type WorkerRequest =
  | FrameRequest
  | { readonly kind: 'classify'; readonly crops: Float32Array; readonly count: number };

/** What a worker answers, by the kind of the request. */
export interface WorkerAnswers extends FrameAnswers {
  readonly ready: { readonly cropSize: number };
  readonly classify: ExpressionBatch;
}

/** A request with its number. */
export interface WorkerCall {
  readonly id: number;
  readonly request: WorkerRequest;
}

/** The number of the answer that says that the models are loaded. */
export const READY_ID = 0;

/** The answer to the call of the same number. */
export type WorkerReply<Answer = WorkerAnswers[keyof WorkerAnswers]> =
  | { readonly id: number; readonly value: Answer }
  | { readonly id: number; readonly error: ErrorRecord };

/** Packs an error for another thread; what is not a PoiseError becomes RUNTIME_FAILED. */
export function packError(error: unknown): ErrorRecord {
  return packErrorAs(error, 'RUNTIME_FAILED');
}
