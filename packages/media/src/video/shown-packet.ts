/** Bit of a VP8 frame tag that says that the frame is shown (RFC 6386 section 9.1). */
const VP8_SHOW_FRAME = 0x10;

/**
 * Whether a packet gives a frame to show. VP8 has packets that only help later ones; all other
 * codecs pack such frames together with the one they help.
 *
 * @param codec - the codec string of the track.
 * @param data - the bytes of the packet.
 */
export function isShownPacket(codec: string, data: Uint8Array): boolean {
  const first = data[0];
  return codec !== 'vp8' || first === undefined || (first & VP8_SHOW_FRAME) !== 0;
}
