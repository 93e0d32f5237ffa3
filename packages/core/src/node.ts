export { saveFile } from './save-file.js';
export { writeFileAtomically } from './write-file-atomically.js';
