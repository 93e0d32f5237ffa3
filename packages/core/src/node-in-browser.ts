import { PoiseError } from './errors.js';

/** A page has no folders: what stands in for `@poise/core/node` in a browser says so. */
function refuse(name: string): Promise<never> {
  const hint = 'Take the contents instead and let the person download them.';
  return Promise.reject(new PoiseError('OUTPUT_UNWRITABLE', `${name} in a browser`, { hint }));
}

/** @throws PoiseError OUTPUT_UNWRITABLE always. */
export function writeFileAtomically(path: string): Promise<never> {
  return refuse(path);
}

/** @throws PoiseError OUTPUT_UNWRITABLE always. */
export function saveFile(_folder: string, name: string): Promise<never> {
  return refuse(name);
}
