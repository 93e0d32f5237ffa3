import type { DecodedFrame } from '@poise/core/pixels';
import type { ChunkDecoder, VideoCodecs } from '../video/codecs.js';
import type { VideoPlatform } from '../video/platform.js';

const browserCodecs: VideoCodecs<EncodedVideoChunk> = {
  async isSupported(config) {
    const support = await VideoDecoder.isConfigSupported(config);
    return support.supported === true;
  },
  createDecoder(onFrame, onError): ChunkDecoder<EncodedVideoChunk> {
    return new VideoDecoder({
      // The frame's copyTo takes more kinds of buffers than are used here.
      output: (frame) => onFrame(frame as unknown as DecodedFrame),
      error: onError,
    });
  },
  createChunk(type, timestamp, data) {
    return new EncodedVideoChunk({ type, timestamp, data });
  },
};

/** A browser: its own decoders, which free a frame when it is closed; a page stays by itself. */
export const browserPlatform: VideoPlatform<EncodedVideoChunk> = {
  codecs: browserCodecs,
  onSkip: () => undefined,
  hold: () => () => undefined,
};
