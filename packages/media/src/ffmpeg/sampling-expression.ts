import { EARLY_SECONDS, gridTolerance } from '../sampling-grid.js';

/**
 * The rule of {@link SamplingGrid} for ffmpeg's `select` filter, so that frames that are not wanted
 * are neither scaled nor sent. The very first frame is always let through: it shows that the file can
 * be decoded.
 *
 * @param start - the first moment wanted, in seconds.
 * @param fps - frames a second, above 0.
 */
export function samplingExpression(start: number, fps: number): string {
  const begin = start - EARLY_SECONDS;
  const slotOf = (time: string) => `floor((${time}-(${start})+${gridTolerance(fps)})*${fps})`;
  const isFirstWanted = `isnan(prev_selected_t)+lt(prev_selected_t,${begin})`;
  const isNextWanted = `gt(${slotOf('t')},${slotOf('prev_selected_t')})`;
  return `if(lt(t,${begin}),eq(n,0),${isFirstWanted}+${isNextWanted})`;
}
