import { run } from './run.js';

// The exit code is set, not forced: output that is still on its way to a pipe arrives whole.
process.exitCode = await run(process.argv.slice(2));
