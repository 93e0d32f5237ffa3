import type { DecodedFrame } from '@poise/core/pixels';
import type { VideoCodecs } from './codecs.js';

/** What decoding needs of the platform that it runs on. */
export interface VideoPlatform<Chunk> {
  readonly codecs: VideoCodecs<Chunk>;
  /** Called with a frame that was decoded and is not wanted, before it is closed. */
  readonly onSkip: (frame: DecodedFrame) => void;
  /** Keeps the process alive until what it returns is called. */
  readonly hold: () => () => void;
}
