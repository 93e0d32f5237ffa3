import { PoiseError } from '@poise/core';
import type { ChooseFaces, FollowedFace } from './face-result.js';

/** What a choice gave, in words. */
function described(value: unknown): string {
  return value instanceof Promise ? 'a promise' : (JSON.stringify(value) ?? String(value));
}

/**
 * The ids that a choice gives.
 *
 * @throws PoiseError OPTION_INVALID when it is no function, or gives something else; what it throws.
 */
function chosenIds(choose: ChooseFaces, faces: readonly FollowedFace[]): readonly number[] {
  const isFunction = typeof choose === 'function';
  const ids: unknown = isFunction ? choose(faces) : null;
  if (Array.isArray(ids) && ids.every(Number.isInteger)) return ids;
  throw new PoiseError(
    'OPTION_INVALID',
    `choose ${isFunction ? `gave ${described(ids)}` : 'is no function'}`,
    {
      hint: 'Give a function that takes the faces and returns the ids of those to read, an array.',
    },
  );
}

/**
 * Asks which of the faces that were found are to be read, and has them read. When nobody can say,
 * none is, so that whoever keeps the frame lets it go.
 *
 * @param read - reads the faces with these ids.
 * @throws PoiseError OPTION_INVALID for a `choose` that gives no ids; what `choose` and `read` throw.
 */
export async function readChosen<Answer>(
  faces: readonly FollowedFace[],
  choose: ChooseFaces,
  read: (ids: readonly number[]) => Promise<Answer>,
): Promise<Answer> {
  let ids: readonly number[];
  try {
    ids = chosenIds(choose, faces);
  } catch (error) {
    await read([]);
    throw error;
  }
  return await read(ids);
}
