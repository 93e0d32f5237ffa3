import type { LookName, LookOutcome } from '../../practice/look-outcome.js';
import type { FaceSight } from '../../practice/snapshot.js';

/** The words of the practice itself in English. */
export const ENGLISH_PRACTICE = {
  title: 'Practice',
  preparing: 'Getting ready…',
  question: (number: number, count: number) => `Question ${number} of ${count}`,
  baselineTitle: 'Relax your face',
  baselineText: 'Look at the camera, let brow and jaw go loose, and breathe.',
  questionLookTitle: 'Now read this line',
  questionLookText:
    'Your questions will stand here. Keep your eyes on these words until the number is gone.',
  skipBaseline: 'Skip this',
  looks: {
    read: {
      baseline: 'Your resting face and your look at the camera were read.',
      'question-look': 'Your look at the questions was read.',
    } satisfies Record<LookName, string>,
    reasons: {
      no_face: 'No face is in view. Sit so that your whole face is in the picture.',
      size: 'Your face is too small in the picture. Come nearer to the camera.',
      sharpness: 'The picture is blurred. Hold still, and wipe the lens of the camera.',
      exposure: 'Your face is too dark or too bright. Turn to a window or a lamp, or away from it.',
      contrast:
        'The light shows too little of your face. Turn to a window, or put a lamp behind the screen.',
      pose: 'Your face is turned away. Face the screen.',
      occlusion: 'A part of your face is covered, by hair, a hand or a cup, perhaps.',
      too_few: 'Too few pictures could be read in the time. Close other programs and pages.',
      eyes: 'Your eyes could not be made out. Glasses that mirror can be the reason, or hair over the eyes.',
      turned_away: 'You looked far to the side of the camera. Look straight into its lens.',
      too_far:
        'For your eyes they stand far from it. Move the window up to the camera, or sit back a little.',
    } satisfies Record<Exclude<LookOutcome, 'read'>, string>,
    unread: {
      face: {
        title: 'Your resting face could not be read',
        lost: 'If you go on without, it is taken from the calmest seconds of the session, and the report may not be able to say how much you faced the camera.',
      },
      camera: {
        title: 'Your look at the camera could not be read',
        lost: 'If you go on without, the report cannot say how much you faced the camera. Your resting face was read.',
      },
      question: {
        title: 'Your look at the questions could not be read',
        lost: 'If you go on without, reading a question may count as looking away from the camera.',
      },
      far: {
        title: 'The questions stand far from your camera',
        lost: 'If you go on like this, reading a question counts as looking away from the camera.',
      },
    },
    goOn: 'Go on without',
  },
  countdownTitle: 'The first question comes in',
  secondsLeft: (seconds: string) => `${seconds} left`,
  timeLeft: 'Time for this question',
  noLimit: 'Take your time',
  face: {
    waiting: 'Looking for your face…',
    found: 'Face found',
    too_small: 'Your face is too small in the picture: come nearer',
    missing: 'No face in view',
    too_slow: 'Pictures come too slowly',
  } satisfies Record<FaceSight, string>,
  lineLabel: 'How confident you came across, over the last minute',
  pause: 'Pause',
  resume: 'Resume',
  next: 'Next question',
  last: 'Finish',
  stop: 'Stop',
  details: 'Details',
  score: 'Score now',
  level: 'Level',
  rate: 'Frames a second',
  latency: 'From camera to score',
  noReading: 'Not seen',
  keysTitle: 'Keys',
  letterKeys: 'Single letters are keys',
  keys: {
    pause: { key: 'Space', meaning: 'pause or resume' },
    skip: { key: '→ or N', meaning: 'on to the first question' },
    next: { key: '→ or N', meaning: 'next question' },
    stop: { key: 'Esc or S', meaning: 'stop' },
    details: { key: 'D', meaning: 'details' },
  },
  paused: {
    title: 'Paused',
    person: 'Take a breath. The clock stands still.',
    hidden: 'The page was out of sight, so the practice was paused. The clock stood still.',
    camera: 'The camera is gone. Connect it again, then go on where you stopped.',
    engine: 'The models stopped working. Start them again, then go on where you stopped.',
  },
  reconnect: 'Connect the camera again',
  recordingEnded: 'The recording ended when the camera was disconnected. The practice goes on.',
  restartEngine: 'Start the models again',
  finishing: 'Writing your report…',
  finishingText: 'This takes a few seconds. Everything is stored already.',
  stopTitle: 'Stop already?',
  stopText: (seconds: number) =>
    `So far there are ${seconds === 1 ? '1 second' : `${seconds} seconds`}. A score needs at least 10 seconds of your face, so there would be none.`,
  stopConfirm: 'Stop and see',
  stopCancel: 'Go on practising',
  back: 'Back to the setup',
  announce: {
    baseline: 'Relax your face for five seconds.',
    questionLook: 'Now look at the place of the questions for three seconds.',
    paused: 'Paused.',
    faceMissing: 'Your face is not in view.',
    finishing: 'The practice is over. Your report is being written.',
  },
  startedLate: 'Start from the setup',
  noPlan: 'There is no practice yet. Choose your questions first.',
};
