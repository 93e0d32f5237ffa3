// Writes schema/session-summary.schema.json; run it after a change of the schema.
import { fileURLToPath } from 'node:url';
import { writeFileAtomically } from '@poise/core/node';
import { sessionSummaryJsonSchema } from './json-schema.js';

const file = fileURLToPath(new URL('../schema/session-summary.schema.json', import.meta.url));
await writeFileAtomically(file, `${JSON.stringify(sessionSummaryJsonSchema(), null, 2)}\n`);
