import { GERMAN_LABELS } from '@poise/report/browser';
import type { PageText } from './en.js';

/** Every word of the page in German. */
export const GERMAN: PageText = {
  language: 'de',
  name: 'Deutsch',
  product: 'Poise',
  skip: 'Zum Inhalt springen',
  nav: {
    label: 'Hauptmenü',
    practise: 'Üben',
    history: 'Verlauf',
    import: 'Import',
    about: 'Über Poise',
  },
  footer: {
    limits:
      'Poise liest gezeigte Ausdrücke, keine Gefühle, und kann sich irren. Zum eigenen Üben. Nicht zum Auswählen, Einstufen oder Beurteilen von Menschen.',
    language: 'Sprache',
    theme: 'Darstellung',
    themes: { system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
  },
  common: {
    tryAgain: 'Noch einmal versuchen',
    cancel: 'Abbrechen',
    delete: 'Löschen',
    loading: 'Wird geladen …',
    toStart: 'Zur Startseite',
    notKept:
      'Dieser Browser speichert hier nichts, wie in manchen privaten Fenstern: Deine Sitzungen sind weg, wenn du die Seite schließt. Sichere als Datei, was du behalten willst.',
  },
  errors: {
    CAMERA_UNSUPPORTED:
      'Dieser Browser gibt der Seite hier keine Kamera. Öffne die Seite unter http://127.0.0.1 oder über https, in einem aktuellen Browser.',
    CAMERA_REFUSED:
      'Die Kamera wurde nicht erlaubt. Erlaube sie für diese Seite in der Adresszeile des Browsers und versuche es noch einmal.',
    CAMERA_NOT_FOUND:
      'Es wurde keine Kamera gefunden. Schließ eine an oder schalte sie ein und versuche es noch einmal.',
    CAMERA_BUSY:
      'Ein anderes Programm benutzt die Kamera. Schließ es (vielleicht einen Videoanruf) und versuche es noch einmal.',
    CAMERA_LOST: 'Die Kamera wurde getrennt. Schließ sie wieder an oder wähle eine andere.',
    CAMERA_SILENT:
      'Die Kamera liefert kein Bild. Öffne ihre Abdeckung, schalte sie aus und ein oder wähle eine andere.',
    ASSET_UNREACHABLE:
      'Eine Datei der Seite konnte nicht geladen werden. Sieh nach, ob ihr Server läuft, und versuche es noch einmal.',
    ASSET_IS_HTML:
      'Eine Datei der Seite fehlt auf ihrem Server; er hat stattdessen eine Webseite geschickt.',
    MODEL_MISSING: 'Auf dem Server der Seite fehlt ein Modell.',
    MODEL_CORRUPTED: 'Ein Modell ist beschädigt angekommen. Lade die Seite neu.',
    DEVICE_UNSUPPORTED:
      'Dieser Browser kann die Modelle nicht ausführen. Ein aktueller Browser kann es.',
    RUNTIME_FAILED:
      'Die Modelle arbeiten nicht mehr. Starte sie noch einmal oder lade die Seite neu.',
    STORAGE_FAILED:
      'Der Browser konnte die Sitzung nicht speichern. Schaffe etwas Platz oder verlasse das private Fenster.',
    ARCHIVE_INVALID:
      'Diese Datei ist kein Export von Poise. Wähle eine Datei, die „Alles exportieren“ erzeugt hat, oder die JSON-Datei einer Sitzung.',
    SUMMARY_INVALID: 'Diese Datei ist keine Sitzung von Poise, oder sie wurde verändert.',
    INPUT_UNREADABLE:
      'Die Datei lässt sich nicht lesen. Sieh nach, ob sie noch an ihrem Platz ist.',
    INPUT_EMPTY: 'Die Datei ist leer. Kopiere sie neu oder nimm noch einmal auf.',
    INPUT_NOT_MEDIA:
      'Die Datei ist kein Video, das Poise kennt. Wähle ein Video: mp4, mov, webm oder mkv.',
    INPUT_IS_IMAGE: 'Das ist ein Bild. Wähle ein Video.',
    INPUT_TRUNCATED: 'Die Datei endet zu früh. Kopiere sie noch einmal von ihrer Quelle.',
    INPUT_NO_VIDEO: 'Die Datei hat Ton, aber kein Bild. Poise liest Gesichter: Wähle ein Video.',
    INPUT_NEEDS_FFMPEG:
      'Diese Art von Datei lässt sich im Browser nicht öffnen. Wandle sie in mp4 oder webm um.',
    INPUT_UNSUPPORTED_CODEC:
      'Dieser Browser kann das Video nicht dekodieren. Wandle es in H.264 (mp4) oder VP9 (webm) um.',
    INPUT_DECODE_FAILED:
      'Das Video ließ sich nicht dekodieren. Wenn auch ein Videoplayer es nicht abspielt, ist die Datei beschädigt.',
    CANCELLED: 'Abgebrochen.',
    INTERNAL: 'In der Seite ist etwas schiefgegangen. Lade sie neu.',
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse verschrieben, oder sie führt zu etwas, das gelöscht wurde.',
  },
  crashed: {
    title: 'Die Seite ist stehen geblieben',
    text: 'Was du geübt hast, ist gespeichert. Lade die Seite neu: Dort wird dir eine unterbrochene Sitzung angeboten.',
    reload: 'Seite neu laden',
  },
  levels: GERMAN_LABELS.levels,
  expressions: GERMAN_LABELS.expressions,
  welcome: {
    title: 'Übe heute das Gespräch von morgen',
    lead: 'Beantworte Fragen aus Vorstellungsgesprächen vor deiner eigenen Kamera. Poise zeigt dir, wie du wirkst: die Mimik in deinem Gesicht, einen Wert für deine Sicherheit mit seiner Unschärfe und eine Sache, an der du als Nächstes arbeiten kannst.',
    consentTitle: 'Bevor die Kamera angeht',
    consent: [
      'Danach geht deine Kamera an. Sie geht aus, wenn du die Übung verlässt.',
      'Ein Modell liest die Mimik, die dein Gesicht zeigt. Es ist nur für dein eigenes Üben da.',
      'Jedes Bild wird in diesem Browser gelesen und dann vergessen. Nichts wird hochgeladen, ein Konto gibt es nicht.',
      'Eine Aufnahme wird nur behalten, wenn du es auf der nächsten Seite wählst, und nur in diesem Browser.',
    ],
    agree: 'Einverstanden: Kamera öffnen',
    asked: 'Du wirst bei jedem Besuch neu gefragt.',
    import: 'Lieber eine Aufnahme importieren',
    history: 'Deine bisherigen Sitzungen',
    honestTitle: 'Was Poise sagen kann und was nicht',
    honest: [
      {
        title: 'Gezeigt, nicht gefühlt',
        text: 'Poise benennt die Mimik, die dein Gesicht zeigt. Es weiß nicht, was du fühlst oder denkst, und sagt nichts über deine Ehrlichkeit oder deine Persönlichkeit.',
      },
      {
        title: 'Manchmal falsch',
        text: 'Ein Modell liest die Bilder, und es macht Fehler: mehr bei schlechtem Licht und bei manchen Gesichtern mehr als bei anderen. Jeder Wert kommt mit seiner Spanne.',
      },
      {
        title: 'Nur für dich',
        text: 'Poise ist zum eigenen Üben da. Es ist nicht dafür gedacht, Menschen auszuwählen, einzustufen oder zu beurteilen.',
      },
    ],
    exampleLabel: 'Beispiel eines Berichts',
    example: {
      heading: 'So sicher hast du gewirkt',
      level: 'Sicher',
      interval: 'zwischen 75 % und 83 %',
      headline: 'Warmgelaufen',
      next: 'Daran arbeitest du als Nächstes',
      action: 'Bereite deinen ersten Satz vor',
    },
  },
  unfinished: {
    title: 'Eine Sitzung wurde unterbrochen',
    text: (date, length) => `Sie begann am ${date}; davon sind ${length} gespeichert.`,
    report: 'Bericht erstellen',
    making: 'Der Bericht wird erstellt …',
    discard: 'Verwerfen',
    discardTitle: 'Unterbrochene Sitzung verwerfen?',
    discardText: 'Was davon gespeichert ist, wird gelöscht und lässt sich nicht zurückholen.',
  },
  setup: {
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
      too_bright:
        'Dein Gesicht ist sehr hell. Dreh dich von der Lampe weg oder zieh den Vorhang zu.',
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
  },
  practice: {
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
      camera:
        'Die Kamera ist weg. Schließ sie wieder an und mach dort weiter, wo du aufgehört hast.',
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
  },
  review: {
    title: 'Dein Bericht',
    loading: 'Der Bericht wird geöffnet …',
    missing: 'Diese Sitzung ist nicht in diesem Browser. Vielleicht wurde sie gelöscht.',
    scoreLabel: 'So sicher hast du gewirkt',
    between: (lower, upper) => `zwischen ${lower} und ${upper}`,
    intervalHint: 'Die Spanne, in der dein Durchschnitt mit 95 % Sicherheit liegt',
    notEnough: 'Zu wenig zu sehen',
    notEnoughText:
      'Diesmal gibt es keinen Wert. Eine Zahl aus zu wenig Bildern wäre dir gegenüber nicht fair.',
    journey: 'Dein Verlauf',
    presence: 'Wann dein Gesicht im Bild war',
    chartLabel: (headline, parts) => `Wert über die Zeit. ${headline} ${parts}`,
    part: (name, value) => `${name} ${value}.`,
    cursor: 'Zeit in der Sitzung',
    cursorValue: (time, score, question) =>
      question === null ? `${time}: ${score}` : `${time}: ${score}, ${question}`,
    cursorHint: 'Fahr über das Diagramm oder nimm die Pfeiltasten, um es abzulesen.',
    noFace: 'kein Gesicht im Bild',
    noScore: 'kein Wert',
    moments: 'Momente',
    momentKinds: { tension: 'Anspannungsmoment', smile: 'Lächeln' },
    noMoments: 'Kein Lächeln und kein Anspannungsmoment zu sehen.',
    playMoment: (kind, time) => `Abspielen: ${kind} bei ${time}`,
    momentsHint: 'Wähle einen Moment, um ihn anzusehen, von zwei Sekunden davor an.',
    recording: 'Deine Aufnahme',
    recordingMissing: 'Die Aufnahme lässt sich hier nicht abspielen.',
    questions: 'Frage für Frage',
    table: {
      question: 'Frage',
      time: 'Zeit',
      score: 'Wert',
      shown: 'Meist gezeigt',
      inView: 'Im Bild',
    },
    next: 'Daran arbeitest du als Nächstes',
    also: 'Auch einen Blick wert',
    strengths: 'Was gut war',
    noStrengths: 'Diesmal ist nichts aufgefallen. Das ist kein Fehler: Übe einfach noch einmal.',
    meters: 'Drei Dinge in Zahlen',
    meter: {
      expressiveness: {
        name: 'Ausdruck',
        hint: 'Wie weit deine Mimik von ihrem eigenen Durchschnitt abwich',
      },
      detection: {
        name: 'Gesicht im Bild',
        hint: 'In wie vielen Bildern ein Gesicht gefunden wurde',
      },
      stability: { name: 'Ruhe im Bild', hint: 'Wie wenig sich dein Gesicht im Bild bewegt hat' },
    },
    notMeasured: 'nicht gemessen',
    facts: {
      title: 'Über diese Sitzung',
      source: 'Quelle',
      live: 'Kamera',
      recording: (name) => `Aufnahme ${name}`,
      model: 'Modell für die Mimik',
      detector: 'Gesichtserkennung',
      baseline: 'Ruhegesicht',
      baselineUsed: 'zuerst gelesen',
      baselineSmiling:
        'zuerst gelesen; darin war ein Lächeln zu sehen, deshalb zählt Lächeln weniger',
      baselineCalmest: (from: string, to: string) => `aus der ruhigsten Strecke, ${from} bis ${to}`,
      baselineNone: 'nicht benutzt',
      leftOut: 'Bilder, die zu schlecht zum Zählen waren',
      frames: 'Bilder mit Gesicht',
      of: (some, all) => `${some} von ${all}`,
    },
    downloads: 'Aufheben',
    png: 'Bild (PNG)',
    text: 'Text',
    json: 'Daten (JSON)',
    print: 'Drucken',
    making: 'Die Datei wird erstellt …',
    again: 'Noch einmal üben',
    deleteTitle: 'Diese Sitzung löschen?',
    deleteText:
      'Ihr Bericht und, falls vorhanden, ihre Aufnahme werden aus diesem Browser gelöscht und lassen sich nicht zurückholen.',
  },
  history: {
    title: 'Deine Sitzungen',
    lead: 'Dein eigener Weg über die Zeit. Niemand sonst steht in dieser Liste, und niemand sonst sieht sie.',
    trend: 'Deine Werte über die Zeit',
    trendLabel: (count, first, last) =>
      `Werte von ${count} Sitzungen mit ihren Spannen, vom ${first} bis zum ${last}.`,
    trendOne: 'Nach zwei Sitzungen mit einem Wert wird hier dein Verlauf gezeichnet.',
    overlap: 'Wo zwei Spannen sich überschneiden, kann der Unterschied Zufall sein.',
    empty: 'Noch keine Sitzungen',
    emptyText: 'Hier werden deine Übungen aufgelistet. Sie bleiben in diesem Browser.',
    first: 'Die erste Übung beginnen',
    list: 'Alle Sitzungen',
    noScore: 'Kein Wert',
    live: 'Übung',
    recording: (name) => `Aufnahme ${name}`,
    hasRecording: 'mit Aufnahme',
    delete: (date) => `Sitzung vom ${date} löschen`,
    deleteTitle: 'Diese Sitzung löschen?',
    deleteText:
      'Ihr Bericht und, falls vorhanden, ihre Aufnahme werden aus diesem Browser gelöscht und lassen sich nicht zurückholen.',
    exportAll: 'Alles exportieren',
    importFile: 'Export importieren',
    imported: (added, known) =>
      `${added === 1 ? '1 Sitzung wurde' : `${added} Sitzungen wurden`} importiert${known === 0 ? '' : `; ${known} ${known === 1 ? 'war' : 'waren'} schon hier`}.`,
    unreadable: (count) =>
      `${count === 1 ? '1 Sitzung der Datei ließ' : `${count} Sitzungen der Datei ließen`} sich nicht lesen.`,
    deleteAll: 'Alles löschen',
    deleteAllTitle: 'Alle Sitzungen löschen?',
    deleteAllText: (count) =>
      `${count === 1 ? 'Eine Sitzung wird' : `${count} Sitzungen werden`} mit allen Berichten und Aufnahmen aus diesem Browser gelöscht und ${count === 1 ? 'lässt' : 'lassen'} sich nicht zurückholen.`,
  },
  import: {
    title: 'Eine Aufnahme importieren',
    lead: 'Ein Video eines Übungsgesprächs, ausgewertet in diesem Browser. Die Datei bleibt auf deinem Gerät.',
    drop: 'Zieh ein Video hierher',
    or: 'oder',
    choose: 'Datei wählen',
    formats: 'mp4, mov, webm oder mkv',
    working: (name) => `${name} wird ausgewertet`,
    progressLabel: 'Ausgewertet',
    progress: (done, total) => `${done} von ${total}`,
    timeLeft: (time) => `noch etwa ${time}`,
    preparing: 'Die Datei wird geöffnet …',
    failed: 'Die Aufnahme konnte nicht ausgewertet werden',
    cancelled: 'Abgebrochen. Nichts wurde gespeichert.',
    partial:
      'Ein Teil der Aufnahme ist beschädigt oder fehlt. Der Bericht handelt von dem, was lesbar war.',
    report: 'Bericht öffnen',
    notice: 'Importiere nur Aufnahmen von dir selbst oder von jemandem, der zugestimmt hat.',
  },
  about: {
    title: 'Über Poise',
    howTitle: 'So funktioniert es',
    how: [
      'In jedem Bild der Kamera findet eine Gesichtserkennung dein Gesicht, und ein Netz aus 468 Punkten richtet es auf.',
      'Ein Modell, das für Poise trainiert wurde, liest, welche von sieben Arten von Mimik das Gesicht zeigt. Die Werte werden über eine Sekunde geglättet, damit kein einzelnes Bild entscheidet.',
      'Eine Tabelle von Gewichten macht daraus einen Wert von 0 bis 100 %. Ein ruhendes Gesicht liegt bei etwa 72 %, ein klares Lächeln über 85 %. Dein eigenes Ruhegesicht, am Anfang gelesen, setzt deinen Nullpunkt.',
      'Der Bericht sagt, wie sicher der Durchschnitt ist, nennt die Sekunden, auf denen er beruht, und wählt nach festen Regeln eine Sache, an der du als Nächstes arbeiten kannst.',
    ],
    measuredTitle: 'Wie gut das Modell ist',
    measuredText:
      'Gemessen an den öffentlichen Testbildern von FER2013, die das Modell beim Training nie gesehen hat.',
    measured: {
      agreement:
        'Übereinstimmung mit dem, was die meisten von zehn Menschen im selben Gesicht sahen',
      calibration:
        'Kalibrierungsfehler: wie weit die angegebene Sicherheit von den Treffern abweicht',
      neutral:
        'der Gesichter, die Menschen neutral nennen, nennt es verärgert, angewidert, ängstlich oder traurig wirkend',
    },
    measuredWorst: (disgust, sad) =>
      `Angewiderte und traurig wirkende Gesichter erkennt es am schlechtesten: Es findet ${disgust} und ${sad} derer, die die meisten Menschen so nennen. Negative Mimik bewegt den Wert deshalb nur wenig.`,
    limitsTitle: 'Grenzen',
    limits: [
      'Poise liest gezeigte Mimik, nie gefühlte Emotionen. Es sagt nichts über Ehrlichkeit, Persönlichkeit oder darüber, ob jemand dich einstellen sollte.',
      'Es irrt sich manchmal: öfter bei schlechtem Licht, von der Seite oder mit verdecktem Gesicht, und bei manchen Gesichtern öfter als bei anderen.',
      'Es sieht nur dein Gesicht. Was du sagst und wie du klingst, gehört nicht dazu.',
      'Es ist zum eigenen Üben da. Menschen damit auszuwählen, einzustufen oder zu beurteilen ist nicht vorgesehen; in der Europäischen Union ist Emotionserkennung bei der Einstellung, am Arbeitsplatz und in der Bildung verboten (KI-Verordnung, Art. 5 Abs. 1 Buchst. f).',
    ],
    privacyTitle: 'Privatsphäre',
    privacy: [
      'Die Bilder der Kamera werden in diesem Browser gelesen und dann vergessen. Während du übst, verlässt keine Anfrage dein Gerät.',
      'Sitzungen und Aufnahmen werden nur in diesem Browser gespeichert. Im Verlauf kannst du eine oder alle löschen.',
      'Es gibt keine Cookies, keine Auswertung deines Besuchs und kein Konto.',
    ],
    licencesTitle: 'Lizenzen',
    licences:
      'Poise ist freie Software unter der MIT-Lizenz. Es steht auf der Arbeit anderer: den Gesichtsmodellen von MediaPipe (Apache 2.0), ONNX Runtime, React, Mediabunny (MPL 2.0), resvg (MPL 2.0) und der Schrift Inter (SIL Open Font License).',
  },
};
