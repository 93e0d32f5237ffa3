import type { QualityAspect } from '@poise/core';
import { formatPercent } from '../format.js';
import type { ImprovementCode, StrengthCode } from '../insights/advice-rules.js';
import { mostLeftOut } from '../insights/picture.js';
import type { AdviceText } from '../words/report-words.js';
import { FORMATS } from './formats.js';

const PICTURE_ADVICE: Readonly<Record<QualityAspect, string>> = {
  size: 'Rück näher, bis dein Gesicht ein Drittel der Höhe füllt.',
  sharpness: 'Wisch die Linse ab, stell die Kamera fest auf und sorg für mehr Licht.',
  exposure: 'Lass Licht von vorn auf dein Gesicht fallen und setz dich nicht vor ein Fenster.',
  contrast:
    'Lass Licht von vorn auf dein Gesicht fallen und wähl einen Hintergrund in einem anderen Ton.',
  pose: 'Stell die Kamera vor dich und wende dich ihr beim Sprechen zu.',
  occlusion: 'Halte Hände, Haare und Mikrofon aus dem Gesicht.',
};

const percent = (share: number | null | undefined): string => formatPercent(share ?? 0, FORMATS);

/** What to work on next: what was seen, when, and one thing to do. */
export const IMPROVEMENTS: Readonly<Record<ImprovementCode, AdviceText>> = {
  face_missing: {
    title: 'Bleib im Bild',
    text: (where) =>
      `Bei ${where} war dein Gesicht nicht im Bild. Stell die Kamera auf Augenhöhe, lass Licht von vorn auf dein Gesicht fallen und nimm noch einmal auf.`,
  },
  record_longer: {
    title: 'Nimm etwas länger auf',
    text: (where) =>
      `In ${where} war für einen Wert zu wenig zu sehen. Beantworte eine ganze Frage, etwa eine Minute lang, mit deinem Gesicht im Bild.`,
  },
  face_often_missing: {
    title: 'Bleib im Bild',
    text: (where) =>
      `Bei ${where} war dein Gesicht nicht im Bild. Stell die Kamera auf Augenhöhe und leg deine Notizen direkt daneben.`,
  },
  poor_picture: {
    title: 'Gib der Kamera ein besseres Bild',
    text: (where, facts) =>
      `Bei ${where} waren zu viele Bilder nicht zu lesen. ${PICTURE_ADVICE[mostLeftOut(facts.summary)]}`,
  },
  looking_away: {
    title: 'Sprich zur Kamera',
    text: (where, facts) =>
      `Bei ${where} hast du weggesehen; ${percent(facts.summary.presence?.camera_facing.value)} der Zeit warst du der Kamera zugewandt. Leg deine Notizen direkt darunter und erzähl ihr die nächste Antwort wie einem Menschen.`,
  },
  off_centre: {
    title: 'Rück in die Mitte',
    text: (where) =>
      `Bei ${where} war dein Gesicht nicht in der Mitte des Bildes. Dreh die Kamera oder deinen Stuhl, bis deine Augen in der Mitte sind, etwas über halber Höhe.`,
  },
  smiles_in_the_middle: {
    title: 'Lächle am Anfang und am Ende',
    text: (where) =>
      `Bei ${where} hast du gelächelt, mittendrin. Am meisten hilft ein Lächeln am Anfang und am Ende: Übe die Begrüßung und den letzten Satz damit.`,
  },
  tension: {
    title: 'Löse einen Anspannungsmoment',
    text: (where) =>
      `Bei ${where} hat dein Gesicht Anspannung gezeigt. Übe diese Antwort noch einmal: Atme erst aus, lass Stirn und Kiefer locker, dann beginne.`,
  },
  weak_start: {
    title: 'Bereite deinen ersten Satz vor',
    text: (where) =>
      `Bei ${where} war dein Wert niedriger als in der Mitte. Lern deinen ersten Satz auswendig und sag ihn mit einem leichten Lächeln in die Kamera.`,
  },
  fading_finish: {
    title: 'Bereite deinen Schluss vor',
    text: (where) =>
      `Bei ${where} ist dein Wert gesunken. Such dir jetzt einen Schlusssatz aus und übe, damit zu enden, mit erhobenem Gesicht und ohne Eile.`,
  },
  middle_dip: {
    title: 'Trag es durch die Mitte',
    text: (where) =>
      `Bei ${where} ist dein Wert eingebrochen. Sieh dir diese Sekunden an, benenne die schwere Frage und beantworte sie noch einmal mit einem eigenen Beispiel.`,
  },
  long_absence: {
    title: 'Komm zur Kamera zurück',
    text: (where) =>
      `Bei ${where} war dein Gesicht nicht im Bild. Leg deine Notizen neben die Kamera, damit du sie lesen kannst, ohne dich abzuwenden.`,
  },
  moving_head: {
    title: 'Setz dich ruhig hin',
    text: (where) =>
      `Bei ${where} hat sich dein Kopf im Bild viel bewegt. Lehn dich an, stell beide Füße auf den Boden und lass die Hände auf dem Tisch.`,
  },
  low_average: {
    title: 'Beginne mit lockerem Gesicht',
    text: (where) =>
      `Bei ${where} sah dein Gesicht am wenigsten gelöst aus. Atme vor dem nächsten Versuch dreimal langsam aus, lass Stirn und Schultern sinken, dann lächle und beginne.`,
  },
  low_stretch: {
    title: 'Wiederhole eine Antwort',
    text: (where, facts) =>
      `Bei ${where} war dein Wert am niedrigsten, ${percent(facts.lowest?.average)}. Sieh dir diese Sekunden an und gib die Antwort noch einmal, etwas langsamer.`,
  },
  short_session: {
    title: 'Nimm dir mehr Zeit',
    text: (where) =>
      `Mehr als ${where} gibt es nicht zu beurteilen. Lass einer Antwort beim nächsten Mal ein bis zwei Minuten, und wähle eine Zeit, die dafür reicht.`,
  },
  no_smile: {
    title: 'Begrüße mit einem Lächeln',
    text: (where) =>
      `Bei ${where}, wo man sich begrüßt, war kein Lächeln zu sehen. Beginne das nächste Mal so, als käme gerade ein guter Freund herein.`,
  },
  little_expression: {
    title: 'Lass dein Gesicht mitreden',
    text: (where) =>
      `Bei ${where} hat sich dein Ausdruck kaum verändert. Heb beim wichtigen Wort die Brauen und lächle, wo deine Geschichte gut ausgeht.`,
  },
  next_level: {
    title: 'Nimm eine schwerere Frage',
    text: (where) =>
      `Bei ${where} war dein Wert am niedrigsten, und selbst da hat er gehalten. Nimm als Nächstes eine schwerere Frage und sieh, ob es so bleibt.`,
  },
};

/** What went well. */
export const STRENGTHS: Readonly<Record<StrengthCode, AdviceText>> = {
  high_average: {
    title: 'Du hast sicher gewirkt',
    text: (where, facts) =>
      `Dein Durchschnitt lag bei ${percent(facts.average)}, am höchsten bei ${where}.`,
  },
  growth: {
    title: 'Du hast dich gesteigert',
    text: (where, facts) =>
      `Von ${percent(facts.segments.beginning.average)} am Anfang auf ${percent(facts.segments.end.average)} im letzten Teil, ${where}.`,
  },
  even: {
    title: 'Du bist gleichmäßig geblieben',
    text: (where) => `Dein Wert hat sich von Moment zu Moment kaum bewegt, ${where}.`,
  },
  smiles: {
    title: 'Du hast gelächelt',
    text: (where, facts) =>
      facts.smiles.length === 1
        ? `Ein deutliches Lächeln, bei ${where}.`
        : `${facts.smiles.length}-mal deutlich gelächelt, zuerst bei ${where}.`,
  },
  facing_camera: {
    title: 'Du warst der Kamera zugewandt',
    text: (where, facts) =>
      `Das waren ${percent(facts.summary.presence?.camera_facing.value)} der Zeit, am längsten bei ${where}.`,
  },
  smiles_frame: {
    title: 'Du hast gelächelt, wo es am meisten hilft',
    text: (where) =>
      `Du hast am Anfang und am Ende mehr gelächelt als in der Mitte, zum Beispiel bei ${where}.`,
  },
  no_tension: {
    title: 'Keine Anspannungsmomente',
    text: (where) => `Soweit zu sehen war, gab es keinen, ${where}.`,
  },
  best_stretch: {
    title: 'Deine beste Strecke',
    text: (where, facts) =>
      `Bei ${where} hast du ${percent(facts.highest?.average)} erreicht. Sieh es dir an: So sieht es aus.`,
  },
  lively: {
    title: 'Ein lebendiges Gesicht',
    text: (where) => `Dein Ausdruck hat sich im Verlauf deutlich verändert, ${where}.`,
  },
  still_head: {
    title: 'Ein ruhiger Sitz',
    text: (where) => `Dein Kopf blieb an seinem Platz im Bild, ${where}.`,
  },
  always_in_view: {
    title: 'Immer im Bild',
    text: (where) => `Dein Gesicht war fast die ganze Zeit zu sehen, ${where}.`,
  },
};
