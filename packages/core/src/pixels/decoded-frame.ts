import type { PlaneBytes } from './pixel-format.js';

/** The parts of a WebCodecs `VideoFrame` that are used here. */
export interface DecodedFrame {
  readonly format: string | null;
  /** Microseconds. */
  readonly timestamp: number;
  readonly visibleRect: { readonly width: number; readonly height: number } | null;
  readonly codedHeight: number;
  readonly colorSpace: {
    readonly matrix: string | null;
    readonly fullRange: boolean | null;
  };
  allocationSize(): number;
  copyTo(destination: Uint8Array): Promise<readonly PlaneBytes[]>;
  close(): void;
}
