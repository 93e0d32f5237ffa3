/** The advance width of a character in a TTF file, in font units, from its `cmap` and `hmtx`. */
export function advanceWidth(font: Buffer, character: string): number {
  const tables = new Map<string, number>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    tables.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8));
  }
  const table = (name: string): number => tables.get(name) ?? Number.NaN;
  const glyph = glyphIndex(font, table('cmap'), character.codePointAt(0) ?? 0);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  return font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, metrics - 1));
}

/** Looks a code point up in the first `cmap` table of format 4. */
function glyphIndex(font: Buffer, cmap: number, codePoint: number): number {
  let table = Number.NaN;
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const offset = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(offset) === 4) table = offset;
  }
  const segments = font.readUInt16BE(table + 6) / 2;
  for (let i = 0; i < segments; i++) {
    const end = font.readUInt16BE(table + 14 + 2 * i);
    const startAt = table + 16 + 2 * segments + 2 * i;
    const start = font.readUInt16BE(startAt);
    if (codePoint < start || codePoint > end) continue;
    const delta = font.readUInt16BE(startAt + 2 * segments);
    const rangeAt = startAt + 4 * segments;
    const range = font.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    return font.readUInt16BE(rangeAt + range + 2 * (codePoint - start));
  }
  return 0;
}
