import type { EventRules } from './event-detector.js';

/** A smile: when it begins and ends, on the smoothed score of happy. */
export const SMILE_RULES: EventRules = Object.freeze({
  // More happy than everything else together.
  enter: 0.5,
  // Fading, and no longer what a viewer would call a smile.
  leave: 0.3,
  // Shorter is a twitch or the shape of a vowel.
  minimumSeconds: 0.5,
  // One smile may follow another at once.
  refractorySeconds: 0,
});
