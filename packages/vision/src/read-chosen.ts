import type { ChooseFaces, FollowedFace } from './face-result.js';

/**
 * Asks which of the faces that were found are to be read, and has them read. When nobody can say,
 * none is, so that whoever keeps the frame lets it go.
 *
 * @param read - reads the faces with these ids.
 * @throws what `choose` and `read` throw.
 */
export async function readChosen<Answer>(
  faces: readonly FollowedFace[],
  choose: ChooseFaces,
  read: (ids: readonly number[]) => Promise<Answer>,
): Promise<Answer> {
  let ids: readonly number[];
  try {
    ids = choose(faces);
  } catch (error) {
    await read([]);
    throw error;
  }
  return await read(ids);
}
