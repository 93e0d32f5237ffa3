import type { ReportWords } from '../words/report-words.js';

/** The words of the text report, except those of the insights. */
export const REPORT: ReportWords['report'] = {
  title: 'POISE-ÜBUNGSBERICHT',
  sections: {
    information: 'ZUR SITZUNG',
    summary: 'KURZ GESAGT',
    confidence: 'WIE SICHER DU GEWIRKT HAST',
    segments: 'ABSCHNITTE',
    timeline: 'ZEITLEISTE',
    presence: 'AUFTRITT',
    improvements: 'WORAN DU ARBEITEN KANNST, DAS WICHTIGSTE ZUERST',
    strengths: 'STÄRKEN',
    benchmark: 'VERGLEICH',
    scoreCard: 'ALLE WERTE AUF EINEN BLICK',
    limits: 'GRENZEN',
  },
  noScore: 'Es gibt keinen Wert, weil zu wenig zu sehen war.',
  noScoreShort: 'zu wenig zu sehen',
  notMeasured: 'nicht gemessen',
  notKnown: 'nicht bekannt',
  noFace: 'fehlt',
  noPictures: 'keine Bilder',
  unclear: 'undeutlich',
  dash: '-',
  information: {
    session: 'Sitzung',
    recorded: 'Aufgenommen',
    dated: 'Datiert',
    source: 'Quelle',
    length: 'Länge',
    noPictures: '  Ohne Bilder',
    frames: 'Bilder mit Gesicht',
    inView: 'Gesicht lesbar',
    others: 'Andere im Bild',
    othersSeen: (people, alone, capped) =>
      [
        `${capped ? 'mindestens ' : ''}${people}, nicht Teil dieses Berichts`,
        ...(alone === null
          ? []
          : [`${alone} lang, während dein Gesicht nicht im Bild war: das zählt als kein Gesicht`]),
      ].join('; '),
    baseline: 'Ruhegesicht',
    baselineUsed: (seconds) => `aus ${seconds} deines ruhenden Gesichts`,
    baselineSmiling: (seconds) =>
      `aus ${seconds}, in denen ein Lächeln zu sehen war; Lächeln zählt deshalb weniger: gib eine Stelle an, an der dein Gesicht ruht`,
    baselineCalmest: (seconds, where) =>
      `aus der ruhigsten Stelle, ${seconds} bei ${where}, weil keines angegeben war`,
    baselineNone: 'nicht verwendet',
    model: 'Ausdrucksmodell',
    detector: 'Gesichtserkennung',
    of: (some, all) => `${some} von ${all}`,
    sources: { recording: 'Aufnahme', live: 'Kamera, live', unknown: 'nicht bekannt' },
  },
  nextStep: 'Als Nächstes',
  confidence: {
    average: 'Durchschnitt',
    level: 'Stufe',
    interval: '95-%-Intervall',
    minimum: 'Niedrigster Wert',
    maximum: 'Höchster Wert',
    median: 'Mittlerer Wert (Median)',
    deviation: 'Standardabweichung',
    between: (lower, upper) => `zwischen ${lower} und ${upper}`,
    atLevel: (level) => `Stufe „${level}“`,
    explain:
      'Das Intervall sagt, wie weit dem Durchschnitt zu trauen ist: Könntest du genau diese Sitzung viele Male wiederholen, enthielten etwa 95 von 100 solchen Intervallen ihren wahren Durchschnitt. Die Standardabweichung ist der übliche Abstand des Wertes von seinem Durchschnitt.',
    moments: 'Anspannungsmomente',
    smiles: 'Lächeln',
    when: 'Am stärksten bei',
    firstSmile: 'Zuerst bei',
  },
  segments: {
    headings: ['Teil', 'Zeit', 'Schnitt', 'Intervall', 'Meist gezeigt', 'Im Bild'],
    explain:
      'Ein Unterschied zwischen zwei Teilen zählt nur, wenn er größer ist als seine Unsicherheit und als 5 Punkte.',
    changes: {
      up: 'deutlich gestiegen',
      down: 'deutlich gesunken',
      flat: 'kein deutlicher Unterschied',
      unknown: 'nicht vergleichbar',
    },
    steps: {
      beginningToMiddle: 'Vom Anfang zur Mitte',
      middleToEnd: 'Von der Mitte zum Ende',
      beginningToEnd: 'Vom Anfang zum Ende',
    },
  },
  questions: {
    title: 'Frage für Frage',
    unseen: (time) => `${time}: kein Wert, weil dein Gesicht nicht im Bild war`,
    noPictures: (time) => `${time}: kein Wert, weil die Aufnahme dort keine Bilder hat`,
    tooLittle: (time) => `${time}: kein Wert, weil zu wenig von deinem Gesicht zu sehen war`,
    noInterval: 'zu kurz für ein Intervall',
    shown: (expression) => `meist gezeigt: ${expression}`,
    inView: (share) => `im Bild: ${share}`,
  },
  timeline: {
    headings: ['Zeit', 'Wert', 'Meist gezeigt', 'Im Bild'],
    headingsWithoutScore: ['Zeit', 'Im Bild'],
    one: 'Die eine Zeile ist die ganze Sitzung.',
    rows: (length) =>
      `Jede Zeile umfasst ${length}; nur die letzte, die mit der Sitzung endet, kann abweichen.`,
    joined: (length) =>
      `Die Sitzung ist lang, deshalb umfasst jede Zeile ${length}; nur die letzte, die mit der Sitzung endet, kann abweichen.`,
    empty: 'Für eine Zeitleiste ist die Sitzung zu kurz.',
    absences: 'Nicht im Bild',
    noPictures: 'Ohne Bilder',
    more: (count) => `und ${count} weitere`,
  },
  evidence: 'Zu sehen bei',
  noStrengths:
    'So wenig war zu sehen, dass sich hier nichts sagen lässt, weder Gutes noch Schlechtes.',
  quietStrengths: 'Diesmal ist nichts herausgestochen. Das ist kein Fehler: Übe noch einmal.',
  benchmark: {
    intro:
      'Das sind die dokumentierten Vergleichswerte und deine eigenen früheren Sitzungen. Poise vergleicht dich nie mit anderen Menschen.',
    headings: ['Vergleichswert', 'Liegt bei', 'Du', 'Ergebnis'],
    references: {
      resting_face: 'Ein ruhendes Gesicht',
      clear_smile: 'Ein deutliches Lächeln (bester Moment)',
      confident_level: 'Die Stufe „Sicher“',
      face_in_view: 'Gesicht im Bild',
    },
    results: {
      below: 'darunter',
      within: 'im Bereich',
      above: 'darüber',
      unclear: 'zu knapp',
    },
    from: (value) => `ab ${value}`,
    noHistory: 'Gib deine früheren Sitzungen dazu, dann steht hier deine Entwicklung.',
    notEarlier: (count) =>
      count === 1
        ? 'Die Sitzung, die dabei war, begann nicht vor dieser. Sie gehört deshalb nicht zu deinen früheren, und es gibt keine Entwicklung zu zeigen.'
        : `Keine der ${count} Sitzungen, die dabei waren, begann vor dieser. Sie gehören deshalb nicht zu deinen früheren, und es gibt keine Entwicklung zu zeigen.`,
    noScoredHistory: 'In keiner deiner früheren Sitzungen war genug für einen Wert zu sehen.',
    pastHeadings: ['Deine früheren Sitzungen', 'Durchschnitt', 'Stufe'],
    pastMore: (count) => `Gezeigt sind die ${count} neuesten.`,
    average: (count, average) =>
      count === 1
        ? `Deine eine frühere Sitzung hatte einen Durchschnitt von ${average}.`
        : `Deine ${count} früheren Sitzungen hatten im Durchschnitt ${average}.`,
    higher: (points) => `Diese liegt ${points} höher, ein deutlicher Unterschied.`,
    lower: (points) => `Diese liegt ${points} niedriger, ein deutlicher Unterschied.`,
    same: (points) =>
      `Der Abstand zu dieser ist ${points}, zu wenig, um von einem Unterschied zu sprechen.`,
    cannot: 'Diese Sitzung hat keinen Wert, der sich vergleichen ließe.',
    withoutScore: (count) =>
      count === 1
        ? 'In einer früheren Sitzung war zu wenig zu sehen; sie bleibt außen vor.'
        : `In ${count} früheren Sitzungen war zu wenig zu sehen; sie bleiben außen vor.`,
  },
  scoreCard: {
    confidence: 'Sicherheit im Auftreten',
    engagement: 'Präsenz',
    expressiveness: 'Ausdruck',
    stability: 'Ruhe im Bild',
    detection: 'Gesicht erkannt',
    tension: 'Anspannungsmomente',
    headline: 'Überschrift',
    explain:
      'Präsenz: welchen Teil der Zeit dein Gesicht da war und wie lebendig es war. Ausdruck: wie weit sich dein Ausdruck von seinem eigenen Durchschnitt entfernt hat. Ruhe im Bild: wie wenig sich dein Gesicht im Bild bewegt hat. Gesicht erkannt: in wie vielen der Bilder ein Gesicht gefunden wurde. Ein hoher Wert ist nicht bei allen besser; sie beschreiben nur.',
  },
  limits: [
    'Dieser Bericht beschreibt, was ein Modell in Bildern eines Gesichts gesehen hat. Er weiß nicht, was du gefühlt oder gedacht hast, und sagt nichts über Ehrlichkeit, Persönlichkeit oder Eignung für einen Beruf.',
    'Das Modell irrt sich manchmal: öfter bei schlechtem Licht, von der Seite und wenn ein Teil des Gesichts verdeckt ist, und bei manchen Gesichtern öfter als bei anderen. Die negativen Ausdrücke (verärgert, angewidert, ängstlich, traurig) werden am häufigsten verwechselt und bewegen den Wert deshalb wenig.',
    'Poise ist zum eigenen Üben da. Es ist nicht dafür gedacht, Menschen auszuwählen, einzustufen oder zu beurteilen; in der Europäischen Union ist der Einsatz solcher Systeme bei der Einstellung, am Arbeitsplatz und in Bildungseinrichtungen verboten.',
  ],
};
