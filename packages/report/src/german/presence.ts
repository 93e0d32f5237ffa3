import type { ReportWords } from '../words/report-words.js';

/** The words of the presence section. */
export const PRESENCE: ReportWords['presence'] = {
  heading: 'Auftritt',
  intro:
    'Wie du neben deinem Ausdruck gewirkt hast. Die Werte sind zum eigenen Üben da; sie sind keine Note, und mehr ist nicht bei allen besser.',
  old: 'Diese Sitzung ist älter als diese Werte.',
  figures: {
    camera_facing: 'Zur Kamera gewandt',
    face_visible: 'Gesicht sichtbar',
    face_centred: 'Gesicht in der Mitte',
    head_nods: 'Nicken',
    head_shakes: 'Kopfschütteln',
    head_restlessness: 'Drehung des Kopfes',
    smile_placement: 'Wann du gelächelt hast',
    smile_dynamics: 'Tempo des Lächelns',
    expressive_range: 'Spielraum des Ausdrucks',
  },
  share: (value) => `${value} der Zeit`,
  perMinute: (value) => `${value} in der Minute`,
  degreesPerSecond: (value) => `${value}° in der Sekunde`,
  seconds: (value) => `${value} s zum Kommen und zum Gehen`,
  placement: (start, middle, end) =>
    `Lächeln in ${start} des Anfangs, ${middle} der Mitte, ${end} des Endes`,
  placementDifference: (lower, upper) =>
    `Anfang und Ende gegen die Mitte: zwischen ${lower} und ${upper} Punkten`,
  between: (lower, upper) => `zwischen ${lower} und ${upper}`,
  kinds: {
    facing: 'zur Kamera gewandt',
    away: 'abgewandter Blick',
    in_view: 'im Bild',
    out_of_view: 'nicht deutlich zu sehen',
    centred: 'in der Mitte',
    off_centre: 'nicht in der Mitte',
    nod: 'Nicken',
    shake: 'Schütteln',
    restless: 'die meiste Drehung',
    smile: 'Lächeln',
    expressive: 'der meiste Ausdruck',
    watched: 'beobachtet',
  },
  examples: (kind, spans) => `${kind}, zum Beispiel ${spans}`,
  learnedFrom: {
    camera_look: 'Was als zur Kamera gewandt gilt, kommt aus deinem eigenen Blick in die Kamera.',
    resting_face:
      'Was als zur Kamera gewandt gilt, kommt daher, wohin du in Ruhe geblickt hast; das kann neben der Kamera liegen.',
    calmest_stretch: (where) =>
      `Was als zur Kamera gewandt gilt, kommt daher, wohin du in der ruhigsten Strecke geblickt hast, ${where}. Niemand hatte dich gebeten, in die Kamera zu sehen; es kann also daneben liegen.`,
  },
  missing: 'Zu wenig zu sehen',
  tooWide: 'zu kurz, um es zu sagen: nach dem, was zu sehen war, kann es viel wie wenig sein',
  reasons: {
    session_evidence: 'in dieser Sitzung war zu wenig von deinem Gesicht zu sehen',
    no_details: 'Haltung, Augen und Mund wurden in dieser Sitzung nicht gelesen',
    no_frame_size: 'die Größe des Bildes war nicht bekannt',
    not_calibrated: 'wie du in die Kamera blickst, ist nicht bekannt',
    frame_rate_too_low: 'es wurden zu wenige Bilder in der Sekunde gelesen',
    mostly_unsure: 'die meiste Zeit ließ es sich nicht sagen',
    too_little_time: 'es war zu kurz zu sehen',
    session_too_short: 'die Sitzung war zu kurz',
    no_smiles: 'es war kein Lächeln zu sehen',
    too_few_smiles: 'zu wenige Lächeln waren von Anfang bis Ende zu sehen',
  },
  research: 'Was die Forschung fand',
  findings: {
    eye_contact_and_ratings:
      'Blickkontakt: In 63 Studien hing er mit der Bewertung von Vorstellungsgesprächen zusammen, mit einer Korrelation von 0,45 (Martín-Raugh u. a. 2023).',
    head_movement_and_ratings:
      'Kopfbewegung: In 63 Studien hing sie mit der Bewertung zusammen, mit einer Korrelation von 0,43; welche Bewegung hilft, ist weniger klar (Martín-Raugh u. a. 2023).',
    smiles_at_start_and_end:
      'Lächeln: In einem Vorstellungsgespräch half es am meisten am Anfang und am Ende, weniger in der Mitte (Ruben u. a. 2015).',
    smile_dynamics_and_ratings:
      'Der Verlauf eines Lächelns: Lächeln, das natürlich kam und ging, wurde besser bewertet als gestelltes (Krumhuber u. a. 2009).',
  },
  blinks: 'Lidschläge',
  closures: 'Augen länger zu',
  times: (count) => (count === 1 ? 'einmal' : `${count}-mal`),
  eyesExplain:
    'Lidschläge stehen hier nur als Beobachtung und sagen nichts darüber, wie du dich fühlst: Sie hängen von Licht, Luft, Linsen und Bildschirmen ab.',
  openEye: {
    resting_face: (share) =>
      `Was als geschlossenes Auge gilt, ist an deinem eigenen offenen Auge in Ruhe gemessen; es ist ${share} so hoch wie breit.`,
    session: (share) =>
      `Was als geschlossenes Auge gilt, ist an deinem eigenen offenen Auge gemessen, wie es in dieser Sitzung meist war: ${share} so hoch wie breit.`,
  },
  blinkRate: {
    live: (needed, had) =>
      `um sie zu zählen, braucht es mindestens ${needed} Bilder in der Sekunde; in dieser Sitzung waren es ${had}. Mehr Licht und weniger offene Programme können helfen`,
    recording: (needed, had) =>
      `um sie zu zählen, braucht es mindestens ${needed} Bilder in der Sekunde; diese Aufnahme wurde mit ${had} gelesen`,
    mostly: (needed) =>
      `um sie zu zählen, braucht es mindestens ${needed} Bilder in der Sekunde; die meiste Zeit waren es in dieser Sitzung weniger`,
  },
  leftOut: 'Nicht gewertet',
  underOnePercent: 'unter 1 %',
  leftOutFrames: (count, share, aspects) =>
    `${count} ${count === 1 ? 'Bild' : 'Bilder'} mit Gesicht (${share}), schlecht zu lesen: ${aspects}`,
  aspects: {
    size: 'Gesicht zu klein',
    sharpness: 'unscharf',
    exposure: 'zu dunkel oder zu hell',
    contrast: 'zu wenig Kontrast',
    pose: 'abgewandt',
    occlusion: 'teilweise verdeckt',
  },
};
