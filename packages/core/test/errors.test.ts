import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ERRORS, PoiseError } from '@poise/core';
import { describe, expect, it } from 'vitest';

describe('the error registry', () => {
  it('is listed in docs/errors.md, code by code, and nothing else is', async () => {
    const path = join(import.meta.dirname, '../../../docs/errors.md');
    const rows = (await readFile(path, 'utf8')).split('\n').filter((row) => row.startsWith('| `'));
    const expected = Object.entries(ERRORS).map(
      ([code, { title, hint, exitCode }]) => `| \`${code}\` | ${title} | ${hint} | ${exitCode} |`,
    );
    expect(rows).toEqual(expected);
  });

  it('gives an error that says what happened, to what, and what to do', () => {
    const error = new PoiseError('INPUT_EMPTY', 'talk.mp4', { cause: new Error('stat') });
    expect(error.message).toBe(
      'INPUT_EMPTY: The file is empty: talk.mp4. Copy or record it again: it holds 0 bytes.',
    );
    expect(error).toMatchObject({ code: 'INPUT_EMPTY', exitCode: 3, cause: new Error('stat') });
  });

  it('lets a more precise hint replace the general one', () => {
    const error = new PoiseError('DEVICE_UNSUPPORTED', '"tpu"', { hint: 'Use "cpu".' });
    expect(error.hint).toBe('Use "cpu".');
    expect(error.message).toContain('Use "cpu".');
  });
});
