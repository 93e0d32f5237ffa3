import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentFiles } from './files.js';
import { readSources } from './sources.js';

const root = join(import.meta.dirname, '../../..');
for (const { path, text } of await documentFiles(root, await readSources(root))) {
  await writeFile(join(root, path), text);
  console.log(`${path} written`);
}
