import type { PageText } from '../en.js';

/** The words of choosing what to practise and the camera check in German. */
export const GERMAN_SETUP: PageText['setup'] = {
  title: 'Mach dich bereit',
  lead: 'Richte in Ruhe die Kamera ein und wähle dann, was du üben willst.',
  cameraTitle: 'Deine Kamera',
  preview: 'Das Bild deiner Kamera, gespiegelt',
  opening: 'Die Kamera geht an …',
  camera: 'Kamera',
  unnamedCamera: (number) => `Kamera ${number}`,
  engine: {
    loading: (loaded, total) => `Die Modelle werden geladen: ${loaded} von ${total} MB`,
    loadingLabel: 'Laden der Modelle',
    starting: 'Die Modelle starten …',
    ready: (device) => `Auf diesem Gerät: ${device}`,
    wasm: (threads) =>
      threads === 1 ? 'WebAssembly, 1 Thread' : `WebAssembly, ${threads} Threads`,
    webgpu: 'WebGPU',
  },
  checkTitle: 'Kamera-Check',
  checkWaiting: 'Der Check beginnt, sobald die Modelle geladen sind.',
  checkLooking: 'Das Bild wird angesehen …',
  states: { ok: 'Gut', advice: 'Hinweis', unknown: 'Noch nicht bekannt' },
  checks: {
    face_found: { name: 'Gesicht', ok: 'Dein Gesicht ist gefunden.' },
    big_enough: { name: 'Abstand', ok: 'Du bist nah genug.' },
    centred: { name: 'Position', ok: 'Du bist in der Mitte.' },
    light_enough: { name: 'Licht', ok: 'Dein Gesicht hat genug Licht.' },
    not_against_light: { name: 'Hintergrund', ok: 'Das Licht kommt nicht von hinten.' },
  },
  advice: {
    no_face:
      'Kein Gesicht zu sehen. Schau in die Kamera und achte darauf, dass nichts dein Gesicht verdeckt.',
    too_far: 'Dein Gesicht ist zu klein im Bild. Rück näher an die Kamera.',
    too_close: 'Du bist sehr nah. Rück etwas zurück.',
    off_left: 'Du bist am linken Rand. Rück nach rechts oder dreh die Kamera.',
    off_right: 'Du bist am rechten Rand. Rück nach links oder dreh die Kamera.',
    too_high: 'Du bist am oberen Rand. Kipp die Kamera etwas nach oben.',
    too_low: 'Du bist am unteren Rand. Kipp die Kamera etwas nach unten.',
    too_dark:
      'Dein Gesicht ist dunkel. Dreh dich zu einem Fenster oder stell eine Lampe hinter den Bildschirm.',
    too_bright: 'Dein Gesicht ist sehr hell. Dreh dich von der Lampe weg oder zieh den Vorhang zu.',
    against_light: 'Das Licht kommt von hinten. Zieh den Vorhang zu oder setz dich anders herum.',
  },
  questionsTitle: 'Fragen',
  sets: {
    behavioural: { name: 'Verhalten', hint: 'Was du getan hast und wie es ausging' },
    technical: { name: 'Fachlich', hint: 'Wie du arbeitest und entscheidest' },
    leadership: { name: 'Führung', hint: 'Wie du Menschen führst' },
    'first-job': { name: 'Erste Stelle', hint: 'Ohne Berufserfahrung' },
    own: { name: 'Eigene Liste', hint: 'Deine Fragen, eine je Zeile' },
  },
  ownLabel: 'Deine Fragen, eine je Zeile',
  ownPlaceholder: 'Warum willst du bei uns arbeiten?\nWorauf bist du stolz?',
  ownFile: 'Aus einer Textdatei lesen',
  ownCount: (count) =>
    count === 0 ? 'Noch keine Frage.' : count === 1 ? '1 Frage.' : `${count} Fragen.`,
  ownShortened: (count) =>
    count === 1
      ? 'Eine war zu lang und wurde gekürzt.'
      : `${count} waren zu lang und wurden gekürzt.`,
  ownLeftOut: (count) =>
    count === 1 ? 'Eine weitere bleibt weg.' : `${count} weitere bleiben weg.`,
  ownEmpty: 'Schreib mindestens eine Frage oder wähle eine der Sammlungen.',
  count: 'Anzahl der Fragen',
  time: 'Zeit je Frage',
  timeSeconds: (seconds) => `${seconds} s`,
  noLimit: 'Ohne Grenze',
  optionsTitle: 'Optionen',
  baseline: {
    name: 'Zuerst mein Ruhegesicht lesen',
    hint: 'Fünf Sekunden in die Kamera, damit dein ruhendes Gesicht als neutral zählt; dann drei dorthin, wo die Fragen stehen. Du kannst es überspringen.',
  },
  quiet: {
    name: 'Keine Zahlen beim Üben',
    hint: 'Nur die Frage und dein Bild, während du sprichst.',
  },
  recording: {
    name: 'Aufnahme in diesem Browser behalten',
    hint: 'Nur das Bild, ohne Ton. So kannst du dir im Bericht jeden Moment ansehen. Löschen kannst du sie jederzeit.',
  },
  others: {
    name: 'Andere Menschen sind im Bild',
    hint: 'Eine Runde, oder jemand neben dir. Ihre Gesichter werden dann umrandet, damit du sagen kannst, welches deines ist. Damit sie nicht verwechselt werden, wird die Form jedes Gesichts verfolgt. Der Ausdruck wird nur von deinem gelesen; bis du wählst, von dem, das vorn ist, und davon wird nichts behalten. Wähle das nur, wenn alle zugestimmt haben.',
  },
  whichFace: 'Welches Gesicht ist deines?',
  oneFace: 'Bisher ist nur ein Gesicht zu sehen. Wähle noch einmal, wenn die anderen da sind.',
  noFaceYet: 'Noch ist kein Gesicht zu sehen.',
  faceNumber: (number: number) => `Gesicht ${number}`,
  chooseFace: 'Der Start wartet, bis du dein Gesicht gewählt hast.',
  start: 'Übung beginnen',
  notReady: 'Der Start wartet auf die Kamera und die Modelle.',
  adviceOpen: 'Du kannst jetzt beginnen; wenn du die Hinweise befolgst, wird der Bericht besser.',
  plan: (questions, time) =>
    `${questions === 1 ? '1 Frage' : `${questions} Fragen`}, ${time === null ? 'ohne Zeitgrenze' : `je ${time}`}`,
};
