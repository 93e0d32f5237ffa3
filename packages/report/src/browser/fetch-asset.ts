import { PoiseError } from '@poise/core';

/** Fetches as a page does. */
export type FetchLike = (url: string) => Promise<Response>;

/** How far a web page's first mark may stand from its beginning: a byte order mark and some lines. */
const HEAD_BYTES = 64;

/**
 * The bytes of a file of the page.
 *
 * @throws PoiseError ASSET_UNREACHABLE when it does not come, ASSET_IS_HTML when a web page comes in
 *   its place (servers of single pages answer a missing file with their start page).
 */
export async function fetchAsset(url: string, fetchFile: FetchLike): Promise<Uint8Array> {
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await fetchFile(url);
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new PoiseError('ASSET_UNREACHABLE', url, { cause });
  }
  if (!response.ok) throw new PoiseError('ASSET_UNREACHABLE', `${url} (${response.status})`);
  if (isHtml(response.headers.get('content-type') ?? '', bytes)) {
    throw new PoiseError('ASSET_IS_HTML', url);
  }
  return bytes;
}

function isHtml(contentType: string, bytes: Uint8Array): boolean {
  if (/^text\/html\b/i.test(contentType)) return true;
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  return /^\s*<(!doctype|html|!--)/i.test(head);
}
