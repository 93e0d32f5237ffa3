import { ByteReader } from './byte-reader.js';

/** The elements of Matroska that are looked at (RFC 9559 section 5); all others are left out. */
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const CLUSTER = 0x1f43b675;
const CLUSTER_TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;

/** Elements whose content is read as elements of its own. */
const CONTAINERS: readonly number[] = [SEGMENT, INFO, CLUSTER, BLOCK_GROUP];

/** Nanoseconds of a tick when the file does not say. */
const DEFAULT_TIMESTAMP_SCALE = 1_000_000;

/** Bytes of a block before its frame: the track, two of time and the flags. */
const BLOCK_HEADER_BYTES = 4;

/** A frame as it lies in the stream. */
export interface StoredFrame {
  /** Seconds. */
  readonly time: number;
  readonly data: Uint8Array;
}

/**
 * Reads the frames of the one track of a Matroska stream. A stream that ends anywhere gives the whole
 * frames before that.
 *
 * @param stream - what ffmpeg writes with `-f matroska`: no lacing, and a track number of one byte.
 */
export async function* matroskaFrames(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<StoredFrame, void, undefined> {
  const reader = new ByteReader(stream);
  let scale = DEFAULT_TIMESTAMP_SCALE;
  let clusterTicks = 0;
  try {
    for (;;) {
      const id = await readId(reader);
      const size = id === null ? null : await readSize(reader);
      if (id === null || size === null) return;
      if (CONTAINERS.includes(id)) continue;
      if (id === TIMESTAMP_SCALE || id === CLUSTER_TIMESTAMP) {
        const bytes = await reader.take(size);
        if (bytes === null) return;
        if (id === TIMESTAMP_SCALE) scale = bigEndian(bytes);
        else clusterTicks = bigEndian(bytes);
      } else if (id === SIMPLE_BLOCK || id === BLOCK) {
        const header = await reader.take(BLOCK_HEADER_BYTES);
        const data = header && (await reader.take(size - BLOCK_HEADER_BYTES));
        if (header === null || data === null) return;
        const ticks = clusterTicks + new DataView(header.buffer).getInt16(1);
        yield { time: (ticks * scale) / 1e9, data };
      } else if (!(await reader.skip(size))) {
        return;
      }
    }
  } finally {
    await reader.close();
  }
}

/** An identifier keeps the bit that marks its length. */
async function readId(reader: ByteReader): Promise<number | null> {
  const bytes = await readVariable(reader);
  return bytes && bigEndian(bytes);
}

/** A size is without that bit. One of ones alone is not known; it stands only before containers, which are entered anyway. */
async function readSize(reader: ByteReader): Promise<number | null> {
  const bytes = await readVariable(reader);
  if (bytes === null) return null;
  const [first = 0, ...rest] = bytes;
  return bigEndian(Uint8Array.of(first & (0xff >> bytes.length), ...rest));
}

/** The zero bits before the first one of the first byte tell how many bytes follow. */
async function readVariable(reader: ByteReader): Promise<Uint8Array | null> {
  const first = await reader.take(1);
  if (first === null) return null;
  const length = Math.clz32(first[0] ?? 0) - 24;
  const rest = length > 7 ? null : await reader.take(length);
  return rest && Uint8Array.of(...first, ...rest);
}

function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
