import type { Box, Emotion, EmotionScores, FaceDetails } from '@poise/core';

/** What one face in a frame shows. */
export interface FaceResult {
  /** The face from forehead to chin and side to side, in frame pixels; it may reach over the edge. */
  readonly box: Box;
  /**
   * Probability of each expression shown; they sum to 1. The mean of what the model says of the face
   * and of its mirror image; in a video one of them is of the frame before.
   */
  readonly emotions: EmotionScores;
  /** The expression with the highest probability. */
  readonly dominantEmotion: Emotion;
  /**
   * The same from the head that was trained on FER2013's own labels, where the model has one: only
   * for comparison with published figures, never for a person.
   */
  readonly fer2013Emotions?: EmotionScores;
  /** How sure the models are that this is a face, 0–1. */
  readonly score: number;
  /** 468 mesh points, x, y, z each, in frame pixels; z grows away from the camera. */
  readonly landmarks?: Float32Array;
  /**
   * Which face this is, from 1 on: the same in every frame while the face is followed, and when it
   * is back within two seconds. Two faces of a recording never share one. Without tracking, 1 to n
   * in each picture.
   */
  readonly id: number;
  /** What the face shows beyond its expression. */
  readonly details: FaceDetails;
}

/** A face that was found and is followed; what it shows was not read. */
export type FollowedFace = Pick<FaceResult, 'box' | 'score' | 'id'>;

/**
 * Says which faces of a frame are to be read.
 *
 * @param faces - all faces of the frame, the largest first.
 * @returns the ids of those to read, the one that matters most first: with more than two in a video,
 * only of that one both eyes are looked at. An id that is not among the faces is left out.
 */
export type ChooseFaces = (faces: readonly FollowedFace[]) => readonly number[];

/** The faces of a frame when only some were read. Both lists begin with the largest. */
export interface FaceReadings {
  /** Those that were chosen, with what they show. */
  readonly faces: readonly FaceResult[];
  /** The others: where they are, and nothing of what they show. */
  readonly others: readonly FollowedFace[];
}
