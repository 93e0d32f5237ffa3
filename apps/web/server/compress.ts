import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What compresses well; pictures and fonts are compressed already. */
const COMPRESSIBLE = /\.(?:html|js|mjs|css|json|svg|wasm|onnx|webmanifest)$/;

/** The last two steps of 11 take eight times as long for a twentieth of the size. */
const BROTLI_QUALITY = 9;

/** A copy that is not at least this much smaller is not worth the work of unpacking it. */
const WORTHWHILE = 0.95;

const PACKERS = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  gz: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
} as const;

/** Leaves a compressed copy beside every file of a folder that gets smaller by it. */
async function compressFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    for (const [extension, pack] of Object.entries(PACKERS)) {
      const packed = await pack(bytes);
      if (packed.length <= bytes.length * WORTHWHILE)
        await writeFile(`${path}.${extension}`, packed);
    }
  }
}

await compressFolder(join(import.meta.dirname, '../dist'));
