import type { DecodedFrame } from '@poise/core/pixels';

/**
 * Tells the garbage collector of memory that it cannot see. The pixels of a native video frame are
 * freed only when its small wrapper object is collected, closed or not; the collector sees no reason
 * to run, and a long video that is mostly skipped would fill the memory. An array buffer of the same
 * size, dropped at once and never touched, costs next to nothing and counts.
 *
 * @param frame - the frame whose pixels are given up; still open.
 */
export function reportGivenUpMemory(frame: DecodedFrame): void {
  new ArrayBuffer(frame.allocationSize());
}
