import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ModelEntry } from './manifest.js';
import { MANIFEST_VERSION, readManifest } from './parse-manifest.js';

/** What training writes beside the models that it exports: the entries for manifest.json. */
const ENTRIES_FILE = 'manifest-entries.json';

/**
 * The models that training left in a folder, before they are taken into this package. Their files
 * lie side by side there, so that the paths of these entries start from that folder.
 *
 * @throws Error when the folder has no entries, TypeError when they are none; both name the file.
 */
export async function listExport(folder: string): Promise<readonly ModelEntry[]> {
  const path = join(folder, ENTRIES_FILE);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`No export of training: ${path} cannot be read.`, { cause });
  });
  try {
    const { models } = JSON.parse(text) as { models?: unknown };
    return readManifest({ version: MANIFEST_VERSION, models }).map(besideEachOther);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TypeError(`${path}: ${reason}`, { cause });
  }
}

function besideEachOther(entry: ModelEntry): ModelEntry {
  const { file, golden } = entry;
  const flat = { ...entry, file: basename(file) };
  return golden === undefined ? flat : { ...flat, golden: basename(golden) };
}
