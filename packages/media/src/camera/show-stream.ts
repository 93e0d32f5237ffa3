/**
 * Plays a stream in a video element, without sound and in its place on the page.
 *
 * @returns takes the stream out again; an element that showed it before goes on showing it.
 */
export function showStream(video: HTMLVideoElement, stream: MediaStream): () => void {
  const wasShown = video.srcObject === stream;
  video.muted = true;
  video.playsInline = true;
  if (!wasShown) video.srcObject = stream;
  // A play that is interrupted, or not allowed, shows as pictures that stay away.
  video.play().catch(() => undefined);
  return () => {
    if (!wasShown && video.srcObject === stream) video.srcObject = null;
  };
}
