import { PoiseError } from '@poise/core';
import type { Presentation } from '@poise/core/pixels';
import {
  ALL_FORMATS,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  type Source,
} from 'mediabunny';
import { repairCodecString } from './codec-string.js';
import { guardAgainstStandstill } from './standstill-guard.js';

/** Packets looked at for the average frame rate: ten seconds of a common video. */
const FRAME_RATE_PACKETS = 300;

/** A video file that was opened and understood: everything that reading frames needs. */
export interface Recording {
  readonly input: Input;
  readonly sink: EncodedPacketSink;
  readonly config: VideoDecoderConfig;
  readonly presentation: Presentation;
  /** Stored size in pixels. */
  readonly codedWidth: number;
  readonly codedHeight: number;
  /** The moment of the file's own clock that is 0 for us, in seconds. */
  readonly origin: number;
  /** Seconds from the origin to the end. */
  readonly duration: number;
  readonly frameRate: number | null;
  readonly container: string;
  readonly codec: string | null;
}

/** Opens a source of bytes for {@link readRecording}; dispose of it when done. */
export function openInput(source: Source): Input {
  return new Input({ source: guardAgainstStandstill(source), formats: ALL_FORMATS });
}

/**
 * Reads what the container says of its video track.
 *
 * @throws PoiseError INPUT_NO_VIDEO, INPUT_UNSUPPORTED_CODEC.
 */
export async function readRecording(input: Input, path: string): Promise<Recording> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new PoiseError('INPUT_NO_VIDEO', path);
  const config = await track.getDecoderConfig();
  const codec = await track.getCodec();
  if (config === null) {
    throw new PoiseError('INPUT_UNSUPPORTED_CODEC', `${path} (${codec ?? 'unknown codec'})`);
  }
  // Frames before 0 are the run-up of a trimmed recording and not part of it.
  const origin = Math.max(0, await input.getFirstTimestamp());
  const duration = await lastMoment(track);
  const stats = await track.computePacketStats(FRAME_RATE_PACKETS);
  const aspect = await track.getPixelAspectRatio();
  return {
    input,
    sink: new EncodedPacketSink(track),
    config: { ...config, codec: repairCodecString(config.codec) },
    presentation: {
      orientation: { rotation: await track.getRotation(), flip: await track.getFlip() },
      pixelAspect: aspect.num > 0 && aspect.den > 0 ? aspect.num / aspect.den : 1,
      color: config.colorSpace ?? {},
    },
    codedWidth: await track.getCodedWidth(),
    codedHeight: await track.getCodedHeight(),
    origin,
    duration: Math.max(0, duration - origin),
    frameRate:
      stats.packetCount > 1 && Number.isFinite(stats.averagePacketRate)
        ? stats.averagePacketRate
        : null,
    container: await containerOf(input),
    codec,
  };
}

/** The name of the container, for example `mp4`, `webm`, `matroska`. */
export async function containerOf(input: Input): Promise<string> {
  return (await input.getFormat()).name.toLowerCase();
}

/** Recordings made in a browser say nothing of their length: then the last packet tells. */
async function lastMoment(track: InputVideoTrack): Promise<number> {
  const stated = await track.getDurationFromMetadata();
  if (stated !== null && Number.isFinite(stated) && stated > 0) return stated;
  return track.computeDuration();
}
