// Writes the JSON Schemas of schema/; run it after a change of a schema.
import { realpathSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { writeFileAtomically } from '@poise/core/node';
import { sessionSummaryJsonSchema } from './json-schema.js';
import { roomSummaryJsonSchema } from './room-schema.js';

async function write(name: string, schema: Record<string, unknown>): Promise<void> {
  const file = fileURLToPath(new URL(`../schema/${name}.schema.json`, import.meta.url));
  await writeFileAtomically(file, `${JSON.stringify(schema, null, 2)}\n`);
}

// Only as a command: importing it writes nothing.
if (argv[1] !== undefined && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  await write('session-summary', sessionSummaryJsonSchema());
  await write('room-summary', roomSummaryJsonSchema());
}
