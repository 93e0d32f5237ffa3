import type { PageText } from '../en.js';

/** The words of the practice itself in German. */
export const GERMAN_PRACTICE: PageText['practice'] = {
  title: 'Übung',
  preparing: 'Gleich geht es los …',
  question: (number, count) => `Frage ${number} von ${count}`,
  baselineTitle: 'Lass dein Gesicht locker',
  baselineText: 'Schau in die Kamera, lass Stirn und Kiefer los und atme.',
  questionLookTitle: 'Lies jetzt diese Zeile',
  questionLookText:
    'Hier werden deine Fragen stehen. Lass den Blick auf diesen Worten, bis die Zahl verschwindet.',
  skipBaseline: 'Überspringen',
  looks: {
    read: {
      baseline: 'Dein Ruhegesicht und dein Blick in die Kamera sind gelesen.',
      'question-look': 'Dein Blick auf die Fragen ist gelesen.',
    },
    reasons: {
      no_face: 'Kein Gesicht im Bild. Setz dich so, dass dein ganzes Gesicht zu sehen ist.',
      size: 'Dein Gesicht ist zu klein im Bild. Rück näher an die Kamera.',
      sharpness: 'Das Bild ist unscharf. Halte still und wisch die Linse der Kamera ab.',
      exposure:
        'Dein Gesicht ist zu dunkel oder zu hell. Dreh dich zu einem Fenster oder einer Lampe hin oder davon weg.',
      contrast:
        'Das Licht zeigt zu wenig von deinem Gesicht. Dreh dich zu einem Fenster oder stell eine Lampe hinter den Bildschirm.',
      pose: 'Dein Gesicht ist abgewandt. Wende es dem Bildschirm zu.',
      occlusion:
        'Ein Teil deines Gesichts ist verdeckt, vielleicht von Haaren, einer Hand oder einer Tasse.',
      too_few:
        'In der Zeit ließen sich zu wenige Bilder lesen. Schließ andere Programme und Seiten.',
      eyes: 'Deine Augen waren nicht zu erkennen. Das kann an einer spiegelnden Brille liegen oder an Haaren über den Augen.',
      turned_away: 'Du hast weit neben die Kamera geschaut. Schau direkt in ihre Linse.',
      too_far:
        'Für deine Augen stehen sie weit von ihr weg. Schieb das Fenster hoch zur Kamera oder setz dich etwas zurück.',
    },
    unread: {
      face: {
        title: 'Dein Ruhegesicht ließ sich nicht lesen',
        lost: 'Wenn du ohne weitermachst, kommt es aus den ruhigsten Sekunden der Sitzung, und vielleicht kann der Bericht nicht sagen, wie viel du zur Kamera gewandt warst.',
      },
      camera: {
        title: 'Dein Blick in die Kamera ließ sich nicht lesen',
        lost: 'Wenn du ohne weitermachst, kann der Bericht nicht sagen, wie viel du zur Kamera gewandt warst. Dein Ruhegesicht ist gelesen.',
      },
      question: {
        title: 'Dein Blick auf die Fragen ließ sich nicht lesen',
        lost: 'Wenn du ohne weitermachst, zählt das Lesen einer Frage vielleicht als Wegschauen von der Kamera.',
      },
      far: {
        title: 'Die Fragen stehen weit von deiner Kamera',
        lost: 'Wenn du so weitermachst, zählt das Lesen einer Frage als Wegschauen von der Kamera.',
      },
    },
    goOn: 'Ohne weitermachen',
  },
  countdownTitle: 'Die erste Frage kommt in',
  secondsLeft: (seconds) => `noch ${seconds}`,
  timeLeft: 'Zeit für diese Frage',
  noLimit: 'Nimm dir Zeit',
  face: {
    waiting: 'Dein Gesicht wird gesucht …',
    found: 'Gesicht gefunden',
    too_small: 'Dein Gesicht ist zu klein im Bild: komm näher',
    missing: 'Kein Gesicht im Bild',
    too_slow: 'Die Bilder kommen zu langsam',
  },
  lineLabel: 'Wie sicher du gewirkt hast, in der letzten Minute',
  pause: 'Pause',
  resume: 'Weiter',
  next: 'Nächste Frage',
  last: 'Abschließen',
  stop: 'Beenden',
  details: 'Einzelheiten',
  score: 'Wert jetzt',
  level: 'Stufe',
  rate: 'Bilder je Sekunde',
  latency: 'Von der Kamera zum Wert',
  noReading: 'Nicht zu sehen',
  keysTitle: 'Tasten',
  letterKeys: 'Einzelne Buchstaben sind Tasten',
  keys: {
    pause: { key: 'Leertaste', meaning: 'Pause oder weiter' },
    skip: { key: '→ oder N', meaning: 'weiter zur ersten Frage' },
    next: { key: '→ oder N', meaning: 'nächste Frage' },
    stop: { key: 'Esc oder S', meaning: 'beenden' },
    details: { key: 'D', meaning: 'Einzelheiten' },
  },
  paused: {
    title: 'Pause',
    person: 'Atme einmal durch. Die Uhr steht.',
    hidden:
      'Die Seite war nicht zu sehen, deshalb wurde die Übung angehalten. Die Uhr stand so lange.',
    camera: 'Die Kamera ist weg. Schließ sie wieder an und mach dort weiter, wo du aufgehört hast.',
    engine:
      'Die Modelle arbeiten nicht mehr. Starte sie noch einmal und mach dort weiter, wo du aufgehört hast.',
  },
  reconnect: 'Kamera wieder verbinden',
  recordingEnded: 'Die Aufnahme endete, als die Kamera getrennt wurde. Die Übung geht weiter.',
  restartEngine: 'Modelle noch einmal starten',
  finishing: 'Dein Bericht wird geschrieben …',
  finishingText: 'Das dauert ein paar Sekunden. Gespeichert ist schon alles.',
  stopTitle: 'Schon beenden?',
  stopText: (seconds) =>
    `Bis jetzt ${seconds === 1 ? 'ist es 1 Sekunde' : `sind es ${seconds} Sekunden`}. Für einen Wert muss dein Gesicht mindestens 10 Sekunden zu sehen sein; es gäbe also keinen.`,
  stopConfirm: 'Beenden und ansehen',
  stopCancel: 'Weiter üben',
  back: 'Zurück zur Vorbereitung',
  announce: {
    baseline: 'Lass fünf Sekunden lang dein Gesicht locker.',
    questionLook: 'Schau jetzt drei Sekunden lang dorthin, wo die Fragen stehen.',
    paused: 'Pause.',
    faceMissing: 'Dein Gesicht ist nicht im Bild.',
    finishing: 'Die Übung ist zu Ende. Dein Bericht wird geschrieben.',
  },
  startedLate: 'Zur Vorbereitung',
  noPlan: 'Es gibt noch keine Übung. Wähle zuerst deine Fragen.',
};
