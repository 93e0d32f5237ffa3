import { PoiseError } from './errors.js';
import { looksLikeHtml } from './html.js';

/** How far a file is loaded, in bytes as they are once unpacked. */
export interface FetchProgress {
  readonly loaded: number;
  /** The size of the whole file; absent where nobody said it. */
  readonly total?: number;
}

/** Fetches as a page does. */
export type FetchLike = (url: string, init?: RequestInit) => Promise<Response>;

/** Options of {@link fetchAsset}. */
export interface FetchAssetOptions {
  /** Called once for each piece that arrives. */
  readonly onProgress?: (progress: FetchProgress) => void;
  /** Ends the download; its reason is thrown. */
  readonly signal?: AbortSignal;
  /** What fetches; by default that of the page. */
  readonly fetch?: FetchLike;
  /** The size of the file in bytes, for the progress; no more than one byte more is read. */
  readonly bytes?: number;
  /** `wasm`: the file must begin as WebAssembly does. */
  readonly magic?: 'wasm';
}

/** The first bytes of a WebAssembly module: NUL, "asm". */
const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];

/**
 * Fetches a file that the page needs.
 *
 * @param url - its address, absolute or relative to the page.
 * @returns its bytes; of a file larger than `options.bytes` only the part that shows it.
 * @throws PoiseError ASSET_UNREACHABLE when the server does not answer, answers with a status other
 * than 2xx, breaks off, or sends a file of another kind than `magic`; ASSET_IS_HTML when it sends a
 * web page. The detail begins with the URL. The signal's reason when it is aborted.
 */
export async function fetchAsset(
  url: string,
  options: FetchAssetOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { fetch: fetchFile = fetch, signal, magic } = options;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetchFile(url, signal ? { signal } : {});
    if (!response.ok) throw new PoiseError('ASSET_UNREACHABLE', `${url} (HTTP ${response.status})`);
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
      await response.body?.cancel();
      throw new PoiseError('ASSET_IS_HTML', url);
    }
    bytes = await readBody(response, options);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof PoiseError) throw cause;
    throw new PoiseError('ASSET_UNREACHABLE', url, { cause });
  }
  if (looksLikeHtml(bytes)) throw new PoiseError('ASSET_IS_HTML', url);
  if (magic === 'wasm' && !WASM_MAGIC.every((byte, i) => bytes[i] === byte)) {
    throw new PoiseError('ASSET_UNREACHABLE', `${url} (what came is not WebAssembly)`);
  }
  return bytes;
}

async function readBody(
  response: Response,
  { onProgress, bytes: total }: FetchAssetOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    loaded += part.value.byteLength;
    onProgress?.(total === undefined ? { loaded } : { loaded, total });
    if (total !== undefined && loaded > total) {
      await reader?.cancel();
      break;
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
