import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelDocument } from './document.js';
import { readSources } from './sources.js';

const root = join(import.meta.dirname, '../../..');
await writeFile(join(root, 'docs', 'models.md'), modelDocument(await readSources(root)));
console.log('docs/models.md written');
