import { PoiseError } from '@poise/core';
import { describe, expect, it } from 'vitest';

describe('the error registry', () => {
  it('gives an error that says what happened, to what, and what to do', () => {
    const error = new PoiseError('INPUT_EMPTY', 'talk.mp4', { cause: new Error('stat') });
    expect(error.message).toBe(
      'INPUT_EMPTY: The file is empty: talk.mp4. Copy or record it again: it holds 0 bytes.',
    );
    expect(error).toMatchObject({ code: 'INPUT_EMPTY', cause: new Error('stat') });
  });

  it('lets a more precise hint replace the general one', () => {
    const error = new PoiseError('DEVICE_UNSUPPORTED', '"tpu"', { hint: 'Use "cpu".' });
    expect(error.hint).toBe('Use "cpu".');
    expect(error.message).toContain('Use "cpu".');
  });
});
