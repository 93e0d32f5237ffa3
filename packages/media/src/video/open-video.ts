import type { FrameSource } from '../frame-source.js';
import { nativeCodecs } from './native-codecs.js';
import { openInput, readRecording } from './recording.js';
import { VideoFileSource } from './video-source.js';

/** Opens a video file. */
export async function openVideo(path: string): Promise<FrameSource> {
  const input = openInput(path);
  try {
    const recording = await readRecording(input, path);
    return new VideoFileSource(path, recording, nativeCodecs);
  } catch (error) {
    input.dispose();
    throw error;
  }
}
