import { type FrameSource, openMedia } from '@poise/media';
import type { SessionSummary } from '@poise/session';

/** Containers state their length to about this, and the first frame may come so much late. */
const LENGTH_TOLERANCE_SECONDS = 1;

/** Frames between the last one that was looked at and the end, with room for a slow one. */
const LAST_FRAMES = 2;

/** Whether any frame can be read from this time on. What is too damaged to be read holds none. */
async function hasFrameAfter(source: FrameSource, start: number): Promise<boolean> {
  try {
    for await (const _ of source.frames({ start })) return true;
  } catch {
    return false;
  }
  return false;
}

/**
 * Whether a recording is as long as a session that was analysed. A recording that is damaged counts
 * as long as it can be read.
 *
 * @param path - the recording.
 * @returns true also where the session is too short to have a length.
 * @throws PoiseError INPUT_… when the recording cannot be opened.
 */
export async function hasLengthOf(path: string, session: SessionSummary): Promise<boolean> {
  const { session_duration: length, quality } = session;
  if (quality.analyzed_fps === 0) return true;
  const tolerance = Math.max(LENGTH_TOLERANCE_SECONDS, LAST_FRAMES / quality.analyzed_fps);
  await using source = await openMedia(path);
  const { duration } = source.info;
  if (duration < length - tolerance) return false;
  return duration <= length + tolerance || !(await hasFrameAfter(source, length + tolerance));
}
