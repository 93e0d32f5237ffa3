import { cpus } from 'node:os';
import { compareDetectors } from './compare.js';

console.log(
  `Poise bench · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version}`,
);
await compareDetectors((text) => console.log(text));
