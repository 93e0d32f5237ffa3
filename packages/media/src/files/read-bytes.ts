/**
 * Reads bytes of a file, wherever it lies. Fewer come than were asked for only at the end of it.
 *
 * @param position - the first byte.
 * @param length - how many.
 */
export type ReadBytes = (position: number, length: number) => Promise<Uint8Array>;

/** Enough bytes for every signature and for telling text from binary data. */
export const HEAD_BYTES = 4100;
