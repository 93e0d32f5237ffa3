import { PoiseError } from '@poise/core';
import type { InterviewEmotionAnalyzer, Reading } from '@poise/session';
import { SHORTEST_BASELINE_SECONDS, setBaselineFromReadings } from './readings.js';
import type { FrameMoment, RecordedFrames, SecondsRange } from './recording.js';

/** People give whole seconds: up to one more than there is, the stretch ends with the recording. */
const LENGTH_TOLERANCE_SECONDS = 1;

/** Seconds to a tenth: "53.5", "20". */
const formatTenths = (seconds: number): string => String(Math.round(seconds * 10) / 10);

/** The readings of a span. */
function* within(readings: Iterable<Reading>, { start, end }: SecondsRange): Generator<Reading> {
  for (const reading of readings) if (reading.time >= start && reading.time < end) yield reading;
}

/** Sets a baseline that was asked for, as soon as the frames that show it are read. */
export class GivenBaseline {
  readonly #range: SecondsRange;
  readonly #rate: number;
  readonly #name: string;
  #isSet = false;

  /**
   * @param range - where it lies.
   * @param options - frames a second that are looked at, and what errors call the baseline.
   * @throws PoiseError OPTION_INVALID when it lies beyond the recording.
   */
  constructor(
    range: SecondsRange,
    { duration, frameRate }: RecordedFrames<FrameMoment>['info'],
    { fps, name }: { readonly fps: number; readonly name: string },
  ) {
    this.#range = range;
    // A recording of fewer frames a second gives fewer.
    this.#rate = Math.min(fps, frameRate ?? fps);
    this.#name = name;
    // A live recording may state no length; then its frames tell.
    if (duration > 0 && range.end > duration + LENGTH_TOLERANCE_SECONDS) {
      const end = formatTenths(duration);
      throw this.#refusal(`The recording ends after ${end} s: give a stretch within it.`);
    }
  }

  /**
   * @param time - up to which all is read.
   * @throws PoiseError OPTION_INVALID when the candidate's face can be read in it for less than
   * {@link SHORTEST_BASELINE_SECONDS}.
   */
  setWhenRead(analyzer: InterviewEmotionAnalyzer, readings: Iterable<Reading>, time: number): void {
    if (this.#isSet || time < this.#range.end) return;
    this.#isSet = true;
    const resting = within(readings, this.#range);
    const seconds = setBaselineFromReadings(analyzer, resting, this.#range, this.#rate);
    if (seconds >= SHORTEST_BASELINE_SECONDS) return;
    const seen =
      seconds === 0
        ? 'No face is seen in these seconds'
        : `Your face can be read for only ${formatTenths(seconds)} s of these seconds`;
    throw this.#refusal(
      `${seen}: give a stretch in which your resting face is seen for ${SHORTEST_BASELINE_SECONDS} s or more.`,
    );
  }

  #refusal(hint: string): PoiseError {
    const { start, end } = this.#range;
    return new PoiseError('OPTION_INVALID', `${this.#name} ${start}-${end}`, { hint });
  }
}
