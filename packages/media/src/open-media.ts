import { readFileHead } from './files/read-file-head.js';
import { sniffContent } from './files/sniff-content.js';
import type { FrameSource } from './frame-source.js';
import { openImage } from './image/open-image.js';
import { type OpenVideoOptions, openVideo } from './video/open-video.js';

/**
 * Opens a picture or a video, whichever the file's first bytes show it to be; its name plays no
 * part.
 *
 * @throws what {@link openImage} and {@link openVideo} throw.
 */
export async function openMedia(
  path: string,
  options: OpenVideoOptions = {},
): Promise<FrameSource> {
  const content = sniffContent(await readFileHead(path));
  return content.kind === 'image' ? openImage(path) : openVideo(path, options);
}
