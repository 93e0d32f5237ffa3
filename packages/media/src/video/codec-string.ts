/** `vp09.PP.LL.DD…` with a level of 00, which no level of the VP9 specification has. */
const VP9_WITHOUT_LEVEL = /^(vp09\.\d\d)\.00(?:\.(\d\d))?(.*)$/;

/**
 * Repairs codec strings that some recorders write wrongly. Chromium's MediaRecorder leaves the VP9
 * level at 0 and some versions leave out the bit depth (`vp09.00.00`); such a string is read as
 * level 1.0 and 8 bits. A decoder does not need the level, but checks the string.
 */
export function repairCodecString(codec: string): string {
  return codec.replace(
    VP9_WITHOUT_LEVEL,
    (_, profile: string, depth: string | undefined, rest: string) =>
      `${profile}.10.${depth === undefined || depth === '00' ? '08' : depth}${rest}`,
  );
}
