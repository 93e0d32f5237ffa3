import { EncodedVideoChunk, VideoDecoder } from '@napi-rs/webcodecs';
import type { VideoCodecs } from './codecs.js';
import { holdEventLoop } from './hold-event-loop.js';
import { reportGivenUpMemory } from './native-memory.js';
import type { VideoPlatform } from './platform.js';

type NativeConfig = Parameters<VideoDecoder['configure']>[0];

/** The decoder of Node: FFmpeg's libraries in a native package, no program on the PATH. */
const nativeCodecs: VideoCodecs<EncodedVideoChunk> = {
  async isSupported(config) {
    const support = await VideoDecoder.isConfigSupported(config as NativeConfig);
    return support.supported;
  },
  createDecoder(onFrame, onError) {
    return new VideoDecoder({ output: onFrame, error: onError }) as ReturnType<
      VideoCodecs<EncodedVideoChunk>['createDecoder']
    >;
  },
  createChunk(type, timestamp, data) {
    return new EncodedVideoChunk({ type, timestamp, data });
  },
};

/** Node: decoders on threads that it does not count, with memory that it does not see. */
export const nativePlatform: VideoPlatform<EncodedVideoChunk> = {
  codecs: nativeCodecs,
  onSkip: reportGivenUpMemory,
  hold: holdEventLoop,
};
