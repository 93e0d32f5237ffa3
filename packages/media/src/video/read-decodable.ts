import { PoiseError } from '@poise/core';
import { type Input, InputDisposedError, UnsupportedInputFormatError } from 'mediabunny';
import type { VideoCodecs } from './codecs.js';
import { type Recording, readRecording } from './recording.js';

/**
 * Reads what the container says of its video track, and makes sure that the codecs decode it.
 *
 * @param path - names the recording in errors.
 * @throws PoiseError INPUT_NOT_MEDIA, INPUT_NO_VIDEO, INPUT_UNSUPPORTED_CODEC, INPUT_DECODE_FAILED.
 */
export async function readDecodable<Chunk>(
  input: Input,
  path: string,
  codecs: VideoCodecs<Chunk>,
): Promise<Recording> {
  try {
    const recording = await readRecording(input, path);
    if (await codecs.isSupported(recording.config).catch(() => false)) return recording;
    throw new PoiseError('INPUT_UNSUPPORTED_CODEC', `${path} (${recording.codec})`);
  } catch (error) {
    throw asVideoError(path, error);
  }
}

function asVideoError(path: string, error: unknown): PoiseError {
  if (error instanceof PoiseError) return error;
  if (error instanceof UnsupportedInputFormatError) {
    return new PoiseError('INPUT_NOT_MEDIA', path, { cause: error });
  }
  if (error instanceof InputDisposedError) return new PoiseError('DISPOSED', path);
  return new PoiseError('INPUT_DECODE_FAILED', path, { cause: error });
}
