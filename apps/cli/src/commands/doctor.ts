import { type CheckResult, runCheck } from '../doctor/check.js';
import { allChecks } from '../doctor/checks.js';
import type { Environment } from '../environment.js';
import { EXIT_CODES } from '../exit-codes.js';
import { printJson } from '../output/terminal.js';

function formatCheck({ name, status, found, advice }: CheckResult): string {
  const line = `${status.padEnd(4)}  ${name}: ${found}`;
  return advice === null ? line : `${line}\n      → ${advice}`;
}

/** Checks the installation. The exit code is 1 when something that Poise needs is missing. */
export async function doctorCommand(
  { json, out }: { readonly json: boolean; readonly out: string },
  { terminal }: Environment,
): Promise<number> {
  const results: CheckResult[] = [];
  for (const check of allChecks(out)) {
    const result = await runCheck(check);
    results.push(result);
    if (!json) terminal.print(formatCheck(result));
  }
  const failed = results.filter(({ status }) => status === 'fail').length;
  if (json) printJson(terminal, { ok: failed === 0, checks: results });
  else if (failed === 0) terminal.print('\nPoise is ready.');
  else {
    const lines = failed === 1 ? 'line that begins' : `${failed} lines that begin`;
    terminal.print(`\nPoise is not ready: see the ${lines} with "fail".`);
  }
  return failed === 0 ? EXIT_CODES.done : EXIT_CODES.internal;
}
