import type { CameraAdvice, CameraCheckName } from '../../camera-check/checks.js';

/** The words of choosing what to practise and the camera check in English. */
export const ENGLISH_SETUP = {
  title: 'Get ready',
  lead: 'Take a moment with the camera, then choose what to practise.',
  cameraTitle: 'Your camera',
  preview: 'Your camera’s picture, mirrored',
  opening: 'The camera is opening…',
  camera: 'Camera',
  unnamedCamera: (number: number) => `Camera ${number}`,
  engine: {
    loading: (loaded: string, total: string) => `Loading the models: ${loaded} of ${total} MB`,
    loadingLabel: 'Loading the models',
    starting: 'The models are starting…',
    ready: (device: string) => `On this device: ${device}`,
    wasm: (threads: number) =>
      threads === 1 ? 'WebAssembly, 1 thread' : `WebAssembly, ${threads} threads`,
    webgpu: 'WebGPU',
  },
  checkTitle: 'Camera check',
  checkWaiting: 'The check begins as soon as the models are loaded.',
  checkLooking: 'Looking at the picture…',
  states: { ok: 'Good', advice: 'Advice', unknown: 'Not yet known' },
  checks: {
    face_found: { name: 'Face', ok: 'Your face is found.' },
    big_enough: { name: 'Distance', ok: 'You are near enough.' },
    centred: { name: 'Position', ok: 'You are in the middle.' },
    light_enough: { name: 'Light', ok: 'Your face has enough light.' },
    not_against_light: { name: 'Background', ok: 'The light does not come from behind.' },
  } satisfies Record<CameraCheckName, { name: string; ok: string }>,
  advice: {
    no_face: 'No face is seen. Look at the camera, and see that nothing covers your face.',
    too_far: 'Your face is too small in the picture. Come nearer to the camera.',
    too_close: 'You are very close. Move back a little.',
    off_left: 'You are at the left edge. Move to the right, or turn the camera.',
    off_right: 'You are at the right edge. Move to the left, or turn the camera.',
    too_high: 'You are at the upper edge. Tilt the camera up a little.',
    too_low: 'You are at the lower edge. Tilt the camera down a little.',
    too_dark: 'Your face is dark. Turn towards a window, or put a lamp behind the screen.',
    too_bright: 'Your face is very bright. Turn away from the lamp, or draw the curtain.',
    against_light: 'The light comes from behind you. Draw the curtain, or turn your seat around.',
  } satisfies Record<CameraAdvice, string>,
  questionsTitle: 'Questions',
  sets: {
    behavioural: { name: 'Behavioural', hint: 'What you did, and how it went' },
    technical: { name: 'Technical', hint: 'How you work and decide' },
    leadership: { name: 'Leadership', hint: 'How you lead people' },
    'first-job': { name: 'First job', hint: 'No experience needed' },
    own: { name: 'My own list', hint: 'Your questions, one a line' },
  },
  ownLabel: 'Your questions, one a line',
  ownPlaceholder: 'Why do you want to work with us?\nWhat are you proud of?',
  ownFile: 'Read them from a text file',
  ownCount: (count: number) =>
    count === 0 ? 'No question yet.' : count === 1 ? '1 question.' : `${count} questions.`,
  ownShortened: (count: number) =>
    count === 1
      ? 'One was too long and was shortened.'
      : `${count} were too long and were shortened.`,
  ownLeftOut: (count: number) =>
    count === 1 ? 'One more is left out.' : `${count} more are left out.`,
  ownEmpty: 'Write at least one question, or choose one of the sets.',
  count: 'Number of questions',
  time: 'Time for each question',
  timeSeconds: (seconds: number) => `${seconds} s`,
  noLimit: 'No limit',
  optionsTitle: 'Options',
  baseline: {
    name: 'Read my resting face first',
    hint: 'Five seconds into the camera, so that your resting face counts as neutral; then three on the place of the questions. You can skip it.',
  },
  quiet: {
    name: 'No live numbers',
    hint: 'Only the question and your picture while you speak.',
  },
  recording: {
    name: 'Keep the recording in this browser',
    hint: 'Picture only, without sound. Then you can watch each moment in the report. Delete it whenever you like.',
  },
  others: {
    name: 'Other people are in the picture',
    hint: 'A panel, or someone beside you. Their faces are then outlined, so that you can say which is yours. To tell them apart, the shape of each face is followed. The expression is read of yours alone; until you choose, of whoever is in front, and none of that is kept. Choose this only if all of them have agreed.',
  },
  whichFace: 'Which face is yours?',
  oneFace: 'Only one face is seen so far. Choose again when the others are there.',
  noFaceYet: 'No face is seen yet.',
  faceNumber: (number: number) => `Face ${number}`,
  chooseFace: 'The start waits until you have chosen your face.',
  start: 'Start the practice',
  notReady: 'The start waits for the camera and the models.',
  adviceOpen: 'You can start now; with the advice followed, the report will be better.',
  plan: (questions: number, time: string | null) =>
    `${questions === 1 ? '1 question' : `${questions} questions`}, ${time === null ? 'no limit of time' : `${time} each`}`,
};
