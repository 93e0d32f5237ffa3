import { ENGLISH_LABELS } from '@poise/report/browser';
import { ENGLISH_PRACTICE } from './english/practice.js';
import { ENGLISH_REVIEW } from './english/review.js';
import { ENGLISH_SETUP } from './english/setup.js';
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
  setup: ENGLISH_SETUP,
  practice: ENGLISH_PRACTICE,
  review: ENGLISH_REVIEW,
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
    measuredWorst: (disgust: string, sad: string) =>
      `A disgusted and a sad look are what it recognises worst: it finds ${disgust} and ${sad} of the faces that most people call so. Negative expressions therefore move the score little.`,
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
