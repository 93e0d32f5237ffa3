/** Further than any recording reaches, in seconds; about 12 days. */
const BEYOND_THE_END = 1e6;

/**
 * Lets a video of unknown length find its end. What a browser records has no length in its head, and
 * some players cannot go to a place in it before they have been at its end.
 *
 * @returns once the length is known, with the video at its begin again; at once when it is known.
 */
export async function findLength(video: HTMLVideoElement): Promise<void> {
  if (video.readyState < HTMLMediaElement.HAVE_METADATA) await next(video, 'loadedmetadata');
  if (Number.isFinite(video.duration)) return;
  video.currentTime = BEYOND_THE_END;
  await next(video, 'seeked');
  video.currentTime = 0;
  await next(video, 'seeked');
}

function next(video: HTMLVideoElement, event: 'loadedmetadata' | 'seeked'): Promise<unknown> {
  return new Promise((resolve) => video.addEventListener(event, resolve, { once: true }));
}
