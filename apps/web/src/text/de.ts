import { GERMAN_LABELS } from '@poise/report/browser';
import type { PageText } from './en.js';
import { GERMAN_PRACTICE } from './german/practice.js';
import { GERMAN_REVIEW } from './german/review.js';
import { GERMAN_SETUP } from './german/setup.js';

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
  setup: GERMAN_SETUP,
  practice: GERMAN_PRACTICE,
  review: GERMAN_REVIEW,
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
