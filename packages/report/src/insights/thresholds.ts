import { confidenceLevelMinimum, REFERENCE_SCORES } from '@poise/session';

/** Every threshold of the insight rules, each with its reason. Shares are 0–1, times seconds. */
export const THRESHOLDS = Object.freeze({
  /** A third of a level (levels are 0.15 wide): a smaller change would not be seen by a listener. */
  noticeableChange: 0.05,
  /** Two thirds of a level: a change of this size usually carries a person into another level. */
  strongChange: 0.1,
  /**
   * Half the 95 % interval of a third: known no better than this, it may hide a change that carries a
   * person into another level.
   */
  vagueThird: 0.1,
  /** The level "Confident" begins here: a beginning above it is not called weak. */
  confident: confidenceLevelMinimum('Confident'),
  /** A neutral face scores 0.70–0.75: coming back to it is calm, not weakness. */
  restingFace: REFERENCE_SCORES.neutral.lower,
  /** The level "Moderate" begins here. */
  moderate: confidenceLevelMinimum('Moderate'),
  /**
   * A smile for a tenth of the time moves a neutral face's score by a standard deviation of 0.05;
   * with more than that it does not stay close to its average.
   */
  unsteadyDeviation: 0.06,
  /** A standard deviation of a third of a level: the score hardly ever changed levels. */
  evenDeviation: 0.05,
  /** With a fifth of the session unseen, what was missed may change the picture. */
  faceOftenMissing: 0.8,
  /** As good as always: one look aside a minute. */
  faceAlwaysSeen: 0.98,
  /** Longer than a look at notes or a sip of water. */
  longAbsenceSeconds: 5,
  /** The face moves a third of its own size or more every second: it draws the eye. */
  lowStability: 0.5,
  /** The face moves a tenth of its own size a second or less: it keeps its place. */
  highStability: 0.8,
  /** The lowest fifth of the scale: a listener sees hardly any change of expression. */
  lowExpressiveness: 0.2,
  /** Half the scale. */
  highExpressiveness: 0.5,
  /** An interval seen for less than half its time says little about those seconds. */
  intervalSeen: 0.5,
  /** A session of half a minute or more gives a smile or a tension moment time to appear. */
  momentsExpectedSeconds: 30,
  /**
   * Facing the camera for less than half of the time, and surely so: people who talk look at the
   * other about half of it or more.
   */
  seldomFacing: 0.5,
  /** Facing it for most of the time, and surely so. */
  mostlyFacing: 0.7,
  /**
   * An interval of a share that is wider than this says nothing: wherever it lies between 0 and 1, it
   * reaches from under 0.4 to over 0.6, so the same figure is read as "seldom" and as "mostly".
   */
  widestInterval: 0.6,
  /** Out of the middle of the picture for most of the time, and surely so. */
  seldomCentred: 0.5,
  /** Somebody else in view for this share of the session sits there, and did not just pass. */
  besideSomebody: 0.25,
  /** With a fifth of the pictures left out, what they showed may change the answer. */
  oftenLeftOut: 0.2,
  /** The seconds in which people greet each other. */
  greetingSeconds: 10,
});
