// Writes schema/session-summary.schema.json; run it after a change of the schema.
import { realpathSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { writeFileAtomically } from '@poise/core/node';
import { sessionSummaryJsonSchema } from './json-schema.js';

// Only as a command: importing it writes nothing.
if (argv[1] !== undefined && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../schema/session-summary.schema.json', import.meta.url));
  await writeFileAtomically(file, `${JSON.stringify(sessionSummaryJsonSchema(), null, 2)}\n`);
}
