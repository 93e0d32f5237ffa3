/** What is checked, in the order in which it is put right. */
export const CAMERA_CHECKS = [
  'face_found',
  'big_enough',
  'centred',
  'light_enough',
  'not_against_light',
] as const;

/** The name of one check. */
export type CameraCheckName = (typeof CAMERA_CHECKS)[number];

/** What to do about a check that is not met. Sides are those of the mirrored preview. */
export type CameraAdvice =
  | 'no_face'
  | 'too_far'
  | 'too_close'
  | 'off_left'
  | 'off_right'
  | 'too_high'
  | 'too_low'
  | 'too_dark'
  | 'too_bright'
  | 'against_light';

/** Where one check stands; `unknown` as long as too little was seen for it. */
export type CameraCheck = { readonly name: CameraCheckName } & (
  | { readonly state: 'ok' | 'unknown'; readonly advice: null }
  | { readonly state: 'advice'; readonly advice: CameraAdvice }
);

/** All checks, in the order of {@link CAMERA_CHECKS}. */
export type CameraChecklist = readonly CameraCheck[];
