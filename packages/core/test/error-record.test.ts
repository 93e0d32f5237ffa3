import { PoiseError, packError, unpackError } from '@poise/core';
import { expect, test } from 'vitest';

test('an error keeps its code, detail and hint on its way to another thread, its stack as the cause', () => {
  const error = new PoiseError('STORAGE_FAILED', 'heads', { hint: 'Close the other tab.' });
  const arrived = unpackError(structuredClone(packError(error, 'INTERNAL')));
  expect(arrived).toBeInstanceOf(PoiseError);
  expect(arrived.message).toBe(error.message);
  expect(arrived.cause).toBe(error.stack);
});

test('what is not an error of Poise gets the code that the thread gives it', () => {
  expect(unpackError(packError(new RangeError('too long'), 'RUNTIME_FAILED'))).toMatchObject({
    code: 'RUNTIME_FAILED',
    detail: 'too long',
  });
  expect(packError('no error at all', 'INTERNAL')).toMatchObject({ detail: 'no error at all' });
});
