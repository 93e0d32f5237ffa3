import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ERRORS, type ErrorCode, PoiseError } from '@poise/core';
import { describe, expect, it } from 'vitest';
import { EXIT_CODE_OF, EXIT_CODES } from '../src/exit-codes.js';
import { COMMAND_HINTS } from '../src/output/command-hints.js';
import { errorJson, formatError } from '../src/output/errors.js';

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('docs/errors.md', () => {
  const read = (): Promise<string> =>
    readFile(join(import.meta.dirname, '../../../docs/errors.md'), 'utf8');

  it('lists every code with what happened, what to do and the exit code, and nothing else', async () => {
    const rows = (await read())
      .split('\n')
      .filter((row) => /^\| `[A-Z_]+` \|.*\| \d+ \|$/.test(row));
    expect(rows).toEqual(
      CODES.map(
        (code) =>
          `| \`${code}\` | ${ERRORS[code].title} | ${ERRORS[code].hint} | ${EXIT_CODE_OF[code]} |`,
      ),
    );
  });

  it('lists what the command says in place of the general hint', async () => {
    const rows = (await read()).split('\n').filter((row) => /^\| `[A-Z_]+` \| [^|]* \|$/.test(row));
    expect(rows).toEqual(
      Object.entries(COMMAND_HINTS).map(([code, hint]) => `| \`${code}\` | ${hint} |`),
    );
  });

  it('names every exit code', async () => {
    const line = (await read()).split('\n').find((row) => row.startsWith('Exit codes'));
    expect(line?.match(/\b\d+\b/g)?.map(Number)).toEqual(Object.values(EXIT_CODES));
  });
});

describe('the hint of an error', () => {
  it('is the command’s own where it has a better one', () => {
    const error = new PoiseError('OUTPUT_UNWRITABLE', 'out');
    expect(error.hint).not.toContain('--out');
    expect(formatError(error)).toContain('--out');
    expect(errorJson(error).hint).toContain('--out');
  });

  it('stays the error’s own where the error brings one', () => {
    const error = new PoiseError('OUTPUT_UNWRITABLE', 'out', { hint: 'Free some space.' });
    expect(errorJson(error).hint).toBe('Free some space.');
  });

  it('names no command in the packages', () => {
    for (const code of CODES) expect(ERRORS[code].hint).not.toMatch(/"poise|--[a-z]/);
  });
});
