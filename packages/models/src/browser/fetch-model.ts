import { type FetchAssetOptions, fetchAsset, PoiseError } from '@poise/core';
import type { ModelEntry } from '../manifest.js';

/** Options of {@link fetchModel}. */
export type FetchModelOptions = Pick<FetchAssetOptions, 'onProgress' | 'signal' | 'fetch'>;

/** What to do about a file that is not the one of the manifest, in a page. */
const HINT =
  'Load the page again; if that does not help, put the files of one build on the server.';

/**
 * Fetches a model and checks it against the manifest: its size and, where the page may (on https or
 * localhost), its SHA-256.
 *
 * @param entry - of {@link MODELS}; its size is the `total` of the progress.
 * @param url - where the page finds the model's file.
 * @returns the bytes to make an inference session from.
 * @throws PoiseError MODEL_CORRUPTED when the size or SHA-256 differs, with the URL; otherwise as
 * {@link fetchAsset}.
 */
export async function fetchModel(
  entry: ModelEntry,
  url: string,
  options: FetchModelOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await fetchAsset(url, { ...options, bytes: entry.bytes });
  if (bytes.byteLength !== entry.bytes) {
    const size =
      bytes.byteLength > entry.bytes
        ? `more than ${entry.bytes} bytes`
        : `${bytes.byteLength} bytes instead of ${entry.bytes}`;
    throw new PoiseError('MODEL_CORRUPTED', `${url} (${size})`, { hint: HINT });
  }
  const sum = await sha256(bytes);
  if (sum !== undefined && sum !== entry.sha256) {
    throw new PoiseError('MODEL_CORRUPTED', `${url} (SHA-256 differs)`, { hint: HINT });
  }
  options.signal?.throwIfAborted();
  return bytes;
}

/** The SHA-256 in hexadecimal; a page on plain http has nothing to compute it with. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
