/**
 * What a face that is there but still keeps of the score: half, so that a calm, quiet manner is not
 * taken for absence.
 */
export const PRESENCE_SHARE = 0.5;

/**
 * Engagement, 0–1: how much of the time the face was there, half of it as it is and half of it as
 * far as its expression was alive.
 *
 * @param faceDetectionRate - 0–1.
 * @param expressiveness - 0–1.
 */
export function engagementScore(faceDetectionRate: number, expressiveness: number): number {
  return faceDetectionRate * (PRESENCE_SHARE + (1 - PRESENCE_SHARE) * expressiveness);
}
