/**
 * Makes the ONNX files that are not committed. Run after compiling, by `npm run build`; it only
 * checks checksums when the files are already right.
 */
import { generateModel, isGenerated } from './convert/generate.js';
import { listModels, packageRoot } from './files.js';

for (const entry of listModels()) {
  if (!isGenerated(entry)) continue;
  const outcome = await generateModel(entry, { directory: packageRoot() });
  if (outcome === 'written') console.log(`models: ${entry.file} written`);
}
