import { ENGLISH_LABELS } from '@poise/report/browser';
import type { CameraAdvice, CameraCheckName } from '../camera-check/checks.js';
import type { LookName, LookOutcome } from '../practice/look-outcome.js';
import type { FaceSight } from '../practice/snapshot.js';
import type { PageErrorCode } from './error-sentence.js';

/** Every word of the page in English. Another language is one more constant of the same type. */
export const ENGLISH = {
  language: 'en',
  name: 'English',
  product: 'Poise',
  skip: 'Skip to the content',
  nav: {
    label: 'Main',
    practise: 'Practise',
    history: 'History',
    import: 'Import',
    about: 'About',
  },
  footer: {
    limits:
      'Poise reads expressions shown, not feelings, and can be wrong. For self-practice. Not for selecting, ranking or assessing people.',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  },
  common: {
    tryAgain: 'Try again',
    cancel: 'Cancel',
    delete: 'Delete',
    loading: 'Loading…',
    toStart: 'To the start',
    notKept:
      'This browser stores nothing here, as in some private windows: your sessions are gone when you close the page. Save what you want to keep as a file.',
  },
  errors: {
    CAMERA_UNSUPPORTED:
      'This browser gives the page no camera here. Open the page at http://127.0.0.1 or over https, in a current browser.',
    CAMERA_REFUSED:
      'The camera was not allowed. Allow it for this page in the address bar of the browser, then try again.',
    CAMERA_NOT_FOUND: 'No camera was found. Connect one, or switch it on, then try again.',
    CAMERA_BUSY:
      'Another program uses the camera. Close that program (a video call, perhaps), then try again.',
    CAMERA_LOST: 'The camera was disconnected. Connect it again, or choose another one.',
    CAMERA_SILENT:
      'The camera gives no picture. Open its cover, switch it off and on, or choose another one.',
    ASSET_UNREACHABLE:
      'A file of the page could not be loaded. Check that its server is running, then try again.',
    ASSET_IS_HTML:
      'A file of the page is missing on its server, which sent a web page in its place.',
    MODEL_MISSING: 'A model is missing on the server of the page.',
    MODEL_CORRUPTED: 'A model arrived damaged. Load the page again.',
    DEVICE_UNSUPPORTED: 'This browser cannot run the models. A current browser can.',
    RUNTIME_FAILED: 'The models stopped working. Start them again, or load the page again.',
    STORAGE_FAILED:
      'The browser could not store the session. Free some space, or leave private browsing.',
    ARCHIVE_INVALID:
      'This file is not an export of Poise. Choose a file that “Export all” made, or the JSON of one session.',
    SUMMARY_INVALID: 'This file is not a session of Poise, or it was changed.',
    INPUT_UNREADABLE: 'The file cannot be read. Check that it still is where it was.',
    INPUT_EMPTY: 'The file is empty. Copy or record it again.',
    INPUT_NOT_MEDIA:
      'The file is not a video that Poise knows. Choose a video: mp4, mov, webm or mkv.',
    INPUT_IS_IMAGE: 'This is a picture. Choose a video.',
    INPUT_TRUNCATED: 'The file ends too early. Copy it again from where it came from.',
    INPUT_NO_VIDEO: 'The file has sound but no picture. Poise reads faces: choose a video.',
    INPUT_NEEDS_FFMPEG:
      'This kind of file cannot be opened in a browser. Convert it to mp4 or webm.',
    INPUT_UNSUPPORTED_CODEC:
      'This browser cannot decode the video. Convert it to H.264 in mp4, or to VP9 in webm.',
    INPUT_DECODE_FAILED:
      'The video could not be decoded. If a video player cannot play it either, the file is damaged.',
    CANCELLED: 'Cancelled.',
    INTERNAL: 'Something went wrong inside the page. Load it again.',
  } satisfies Record<PageErrorCode, string>,
  notFound: {
    title: 'There is no such page',
    text: 'The address may be misspelt, or it leads to something that was deleted.',
  },
  crashed: {
    title: 'The page stopped working',
    text: 'What was practised is stored. Load the page again: an interrupted session is offered to you there.',
    reload: 'Load the page again',
  },
  levels: ENGLISH_LABELS.levels,
  expressions: ENGLISH_LABELS.expressions,
  welcome: {
    title: 'Practise tomorrow’s interview today',
    lead: 'Answer interview questions in front of your own camera. Poise shows you how you come across: the expressions on your face, a confidence score with its uncertainty, and one thing to work on next.',
    consentTitle: 'Before the camera opens',
    consent: [
      'Your camera opens after this, and closes when you leave the practice.',
      'A model reads the expressions that your face shows. It is for practising by yourself.',
      'Each picture is read in this browser and then forgotten. Nothing is uploaded; there is no account.',
      'A recording is kept only if you choose so on the next page, and only in this browser.',
    ],
    agree: 'I agree: open my camera',
    asked: 'You are asked again at each visit.',
    import: 'Import a recording instead',
    history: 'Your past sessions',
    honestTitle: 'What it can say, and what it cannot',
    honest: [
      {
        title: 'Shown, not felt',
        text: 'It names the expression your face shows. It does not know what you feel or think, and it says nothing about your honesty or your personality.',
      },
      {
        title: 'Sometimes wrong',
        text: 'A model reads the pictures, and it makes mistakes: more of them in poor light, and more with some faces than with others. Every score comes with its range.',
      },
      {
        title: 'For you alone',
        text: 'Poise is for practising by yourself. It is not meant for selecting, ranking or assessing people.',
      },
    ],
    exampleLabel: 'An example of a report',
    example: {
      heading: 'How confident you came across',
      level: 'Confident',
      interval: 'between 75 % and 83 %',
      headline: 'Warmed up',
      next: 'Work on next',
      action: 'Prepare your first sentence',
    },
  },
  unfinished: {
    title: 'A session was interrupted',
    text: (date: string, length: string) => `It began on ${date}; ${length} of it are stored.`,
    report: 'Make its report',
    making: 'Making the report…',
    discard: 'Discard it',
    discardTitle: 'Discard the interrupted session?',
    discardText: 'What was stored of it is deleted and cannot be brought back.',
  },
  setup: {
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
      hint: 'A panel, or someone beside you. Their faces are then outlined, so that you can say which is yours. Only yours is read; of the others nothing but their place is looked at. Choose this only if all of them have agreed.',
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
  },
  practice: {
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
        exposure:
          'Your face is too dark or too bright. Turn to a window or a lamp, or away from it.',
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
  },
  review: {
    title: 'Your report',
    loading: 'Opening the report…',
    missing: 'This session is not in this browser. It may have been deleted.',
    scoreLabel: 'How confident you came across',
    between: (lower: string, upper: string) => `between ${lower} and ${upper}`,
    intervalHint: 'The range in which your average lies, with 95 % certainty',
    notEnough: 'Not enough evidence',
    notEnoughText:
      'There is no score this time. A number from too little would not be fair to you.',
    journey: 'Your journey',
    presence: 'When your face was in view',
    chartLabel: (headline: string, parts: string) => `Score over time. ${headline} ${parts}`,
    part: (name: string, value: string) => `${name} ${value}.`,
    cursor: 'Time in the session',
    cursorValue: (time: string, score: string, question: string | null) =>
      question === null ? `${time}: ${score}` : `${time}: ${score}, ${question}`,
    cursorHint: 'Move over the chart, or use the arrow keys, to read it.',
    noFace: 'no face in view',
    noScore: 'no score',
    moments: 'Moments',
    momentKinds: { tension: 'Tension moment', smile: 'Smile' },
    noMoments: 'No smiles or tension moments were noticed.',
    playMoment: (kind: string, time: string) => `Play: ${kind} at ${time}`,
    momentsHint: 'Choose a moment to watch it, from two seconds before.',
    recording: 'Your recording',
    recordingMissing: 'The recording cannot be played here.',
    questions: 'Question by question',
    table: {
      question: 'Question',
      time: 'Time',
      score: 'Score',
      shown: 'Mostly shown',
      inView: 'In view',
    },
    next: 'Work on next',
    also: 'Also worth a look',
    strengths: 'What went well',
    noStrengths: 'Nothing stood out this time. That is no fault: practise once more.',
    meters: 'Three things in numbers',
    meter: {
      expressiveness: {
        name: 'Expressiveness',
        hint: 'How far your expression moved away from its own average',
      },
      detection: { name: 'Face in view', hint: 'In how many of the pictures a face was found' },
      stability: { name: 'Stability', hint: 'How little your face moved about in the picture' },
    },
    notMeasured: 'not measured',
    facts: {
      title: 'About this session',
      source: 'Source',
      live: 'live camera',
      recording: (name: string) => `recording ${name}`,
      model: 'Expression model',
      detector: 'Face detector',
      baseline: 'Resting face',
      baselineUsed: 'read first',
      baselineSmiling: 'read first; a smile was seen in it, so that smiles count for less',
      baselineCalmest: (from: string, to: string) =>
        `taken from the calmest stretch, ${from} to ${to}`,
      baselineNone: 'not used',
      leftOut: 'Frames too poor to count',
      frames: 'Pictures with a face',
      of: (some: string, all: string) => `${some} of ${all}`,
    },
    downloads: 'Keep it',
    png: 'Picture (PNG)',
    text: 'Text',
    json: 'Data (JSON)',
    print: 'Print',
    making: 'Making the file…',
    again: 'Practise again',
    deleteTitle: 'Delete this session?',
    deleteText:
      'Its report, and its recording if there is one, are deleted from this browser and cannot be brought back.',
  },
  history: {
    title: 'Your sessions',
    lead: 'Your own way over time. Nobody else is in this list, and nobody else sees it.',
    trend: 'Your scores over time',
    trendLabel: (count: number, first: string, last: string) =>
      `Scores of ${count} sessions with their ranges, from ${first} to ${last}.`,
    trendOne: 'After two sessions with a score, your trend is drawn here.',
    overlap: 'Where two ranges overlap, the difference may be chance.',
    empty: 'No sessions yet',
    emptyText: 'Your practice sessions will be listed here. They stay in this browser.',
    first: 'Start your first practice',
    list: 'All sessions',
    noScore: 'No score',
    live: 'Practice',
    recording: (name: string) => `Recording ${name}`,
    hasRecording: 'with recording',
    delete: (date: string) => `Delete the session of ${date}`,
    deleteTitle: 'Delete this session?',
    deleteText:
      'Its report, and its recording if there is one, are deleted from this browser and cannot be brought back.',
    exportAll: 'Export all',
    importFile: 'Import an export',
    imported: (added: number, known: number) =>
      `${added === 1 ? '1 session was' : `${added} sessions were`} imported${known === 0 ? '' : `; ${known} ${known === 1 ? 'was' : 'were'} here already`}.`,
    unreadable: (count: number) =>
      `${count === 1 ? '1 session in the file' : `${count} sessions in the file`} could not be read.`,
    deleteAll: 'Delete all',
    deleteAllTitle: 'Delete all sessions?',
    deleteAllText: (count: number) =>
      `${count === 1 ? 'One session' : `${count} sessions`}, with all reports and recordings, are deleted from this browser and cannot be brought back.`,
  },
  import: {
    title: 'Import a recording',
    lead: 'A video of a practice interview, analysed in this browser. The file stays on your device.',
    drop: 'Drop a video here',
    or: 'or',
    choose: 'Choose a file',
    formats: 'mp4, mov, webm or mkv',
    working: (name: string) => `Analysing ${name}`,
    progressLabel: 'Analysed',
    progress: (done: string, total: string) => `${done} of ${total}`,
    timeLeft: (time: string) => `about ${time} left`,
    preparing: 'Opening the file…',
    failed: 'The recording could not be analysed',
    cancelled: 'Cancelled. Nothing was stored.',
    partial:
      'A part of the recording is damaged or missing. The report is about what could be read.',
    report: 'Open the report',
    notice: 'Import only recordings of yourself, or of someone who has agreed to it.',
  },
  about: {
    title: 'About Poise',
    howTitle: 'How it works',
    how: [
      'For each picture of the camera, a face detector finds your face, and a mesh of 468 points places it upright.',
      'A model trained for Poise reads which of seven expressions the face shows. The readings are smoothed over a second, so that no single picture decides.',
      'A table of weights turns the expressions into a score from 0 to 100 %. A resting face lies at about 72 %, a clear smile above 85 %. Your own resting face, read at the start, sets your zero.',
      'The report says how sure the average is, names the seconds it rests on, and picks one thing to work on next by stated rules.',
    ],
    measuredTitle: 'How good the model is',
    measuredText:
      'Measured on the public test pictures of FER2013, which the model has never seen in training.',
    measured: {
      agreement: 'agreement with what most of ten people saw in the same face',
      calibration: 'calibration error: how far the stated certainty is from the hits',
      neutral:
        'of the faces that people call neutral it calls angry, disgusted, fearful or sad looking',
    },
    measuredWorst: (disgust: string, fear: string) =>
      `Disgust and fear are what it recognises worst: it finds ${disgust} and ${fear} of the faces with that label. Negative expressions therefore move the score little.`,
    limitsTitle: 'Limits',
    limits: [
      'It reads expressions shown, never emotions felt. It says nothing about honesty, personality or whether anyone should hire you.',
      'It is wrong at times: more often in poor light, from the side, with part of the face covered, and more often for some faces than for others.',
      'It looks at your face only. What you say and how you sound is not part of it.',
      'It is for practising by yourself. Using it to select, rank or assess people is not intended; in the European Union, emotion recognition in recruitment, at work and in education is prohibited (AI Act, Art. 5(1)(f)).',
    ],
    privacyTitle: 'Privacy',
    privacy: [
      'The pictures of the camera are read in this browser and then forgotten. No request leaves your device while you practise.',
      'Sessions and recordings are stored in this browser only. You can delete one, or all, in the history.',
      'There are no cookies, no analytics and no account.',
    ],
    licencesTitle: 'Licences',
    licences:
      'Poise is free software under the MIT licence. It stands on the work of others: MediaPipe’s face models (Apache 2.0), ONNX Runtime, React, Mediabunny (MPL 2.0), resvg (MPL 2.0), and the font Inter (SIL Open Font License).',
  },
};

/** The shape of the page's words: {@link ENGLISH} sets it. */
export type PageText = typeof ENGLISH;
