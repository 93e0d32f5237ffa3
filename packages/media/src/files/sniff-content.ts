/** What the first bytes of a file show it to be. */
export type Content =
  | { readonly kind: 'image'; readonly format: string }
  /** A container that only ffmpeg reads. */
  | { readonly kind: 'foreign'; readonly format: string }
  /** A container of the ISO base media family: mp4, mov, m4v, 3gp. */
  | { readonly kind: 'isobmff'; readonly format: string }
  /** Anything else: another container, or no media at all. */
  | { readonly kind: 'other'; readonly format: null };

/** A signature: bytes in Latin-1 at an offset, where `?` stands for any byte. */
interface Signature {
  readonly kind: 'image' | 'foreign';
  readonly format: string;
  readonly at: number;
  readonly bytes: string;
}

const SIGNATURES: readonly Signature[] = [
  { kind: 'image', format: 'jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { kind: 'image', format: 'png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'image', format: 'gif', at: 0, bytes: 'GIF8' },
  { kind: 'image', format: 'webp', at: 0, bytes: 'RIFF????WEBP' },
  { kind: 'image', format: 'tiff', at: 0, bytes: 'II*\0' },
  { kind: 'image', format: 'tiff', at: 0, bytes: 'MM\0*' },
  { kind: 'image', format: 'avif', at: 4, bytes: 'ftypavif' },
  { kind: 'image', format: 'avif', at: 4, bytes: 'ftypavis' },
  { kind: 'image', format: 'heif', at: 4, bytes: 'ftypheic' },
  { kind: 'image', format: 'heif', at: 4, bytes: 'ftypmif1' },
  { kind: 'foreign', format: 'avi', at: 0, bytes: 'RIFF????AVI ' },
  { kind: 'foreign', format: 'flv', at: 0, bytes: 'FLV\x01' },
  { kind: 'foreign', format: 'asf', at: 0, bytes: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' },
  { kind: 'foreign', format: 'mpeg-ps', at: 0, bytes: '\0\0\x01\xba' },
  { kind: 'foreign', format: 'realmedia', at: 0, bytes: '.RMF' },
];

/** The types of boxes that an ISO base media file may begin with. */
const FIRST_BOXES = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'styp'];

/** A few bytes as text, a character for each. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Names the content of a file by its first bytes; the file's name plays no part. */
export function sniffContent(head: Uint8Array): Content {
  const text = latin1(head.subarray(0, 16));
  for (const { kind, format, at, bytes } of SIGNATURES) {
    const matches = [...bytes].every((byte, i) => byte === '?' || text[at + i] === byte);
    if (matches) return { kind, format };
  }
  if (FIRST_BOXES.includes(text.slice(4, 8))) return { kind: 'isobmff', format: 'mp4' };
  return { kind: 'other', format: null };
}
