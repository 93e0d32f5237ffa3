import { join } from 'node:path';
import { build, defaultClientConditions } from 'vite';

/**
 * Builds the page in the folder `engine-page`, as an application developer would build one with the
 * detector in it.
 *
 * @param folder - where to.
 */
export async function buildEnginePage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'engine-page'),
    logLevel: 'error',
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  });
}
