import type { DecodedFrame } from '@poise/core/pixels';

/** The parts of a WebCodecs `VideoDecoder` that are used here. */
export interface ChunkDecoder<Chunk> {
  readonly decodeQueueSize: number;
  ondequeue: unknown;
  configure(config: VideoDecoderConfig): void;
  decode(chunk: Chunk): void;
  flush(): Promise<void>;
  close(): void;
}

/**
 * The decoder of the platform: the one of a native package in Node, the page's own in a browser.
 * It is handed in, so that nothing is put into the global scope.
 */
export interface VideoCodecs<Chunk> {
  /** Whether a video of this configuration can be decoded. */
  isSupported(config: VideoDecoderConfig): Promise<boolean>;
  /** Makes a decoder; the callbacks as in `VideoDecoderInit`. */
  createDecoder(
    onFrame: (frame: DecodedFrame) => void,
    onError: (error: Error) => void,
  ): ChunkDecoder<Chunk>;
  /** Wraps the bytes of a packet; the timestamp is in microseconds. */
  createChunk(type: 'key' | 'delta', timestamp: number, data: Uint8Array): Chunk;
}
