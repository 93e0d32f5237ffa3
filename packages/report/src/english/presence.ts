/** The words of the presence section. */
export const PRESENCE = {
  heading: 'Presence',
  intro:
    'How you came across beside your expression. These are figures for your own practice; they are no score, and a higher one is not better in all of them.',
  old: 'This session was recorded before Poise measured presence.',
  figures: {
    camera_facing: 'Facing the camera',
    face_visible: 'Face visible',
    face_centred: 'Face centred',
    head_nods: 'Nods',
    head_shakes: 'Head shakes',
    head_restlessness: 'Turning of the head',
    smile_placement: 'Smile placement',
    smile_dynamics: 'Pace of the smiles',
    expressive_range: 'Expressive range',
  },
  share: (value: string) => `${value} of the time`,
  perMinute: (value: string) => `${value} a minute`,
  degreesPerSecond: (value: string) => `${value}° a second`,
  seconds: (value: string) => `${value} s to come, and to go`,
  placement: (start: string, middle: string, end: string) =>
    `smiling ${start} of the start, ${middle} of the middle, ${end} of the end`,
  placementDifference: (lower: string, upper: string) =>
    `start and end against the middle: between ${lower} and ${upper} points`,
  between: (lower: string, upper: string) => `between ${lower} and ${upper}`,
  kinds: {
    facing: 'facing the camera',
    away: 'looking away',
    in_view: 'in view',
    out_of_view: 'not to be seen clearly',
    centred: 'centred',
    off_centre: 'off centre',
    nod: 'nods',
    shake: 'shakes',
    restless: 'most turning',
    smile: 'smiles',
    expressive: 'most expression',
    watched: 'watched',
  },
  // A summary keeps some stretches only, so nobody may take the list for complete.
  examples: (kind: string, spans: string) => `${kind}, for example ${spans}`,
  learnedFrom: {
    camera_look: 'What counts as facing the camera was learned from your own look at it.',
    resting_face:
      'What counts as facing the camera was learned from where you looked at rest, which may lie beside it.',
    calmest_stretch: (where: string) =>
      `What counts as facing the camera was learned from where you looked in the calmest stretch, ${where}. Nobody had asked you to look at the camera, so that may lie beside it.`,
  },
  missing: 'Not enough evidence',
  tooWide: 'too short to say: from what was seen, it may be much as well as little',
  reasons: {
    session_evidence: 'too little of your face was seen in this session',
    no_details: 'pose, eyes and mouth were not read in this session',
    no_frame_size: 'the size of the picture was not known',
    not_calibrated: 'it is not known how you look when you face the camera',
    frame_rate_too_low: 'too few pictures a second were read',
    mostly_unsure: 'for most of the time it could not be told',
    too_little_time: 'it could be seen for too short a time',
    session_too_short: 'the session was too short',
    no_smiles: 'no smile was noticed',
    too_few_smiles: 'too few smiles were seen from beginning to end',
  },
  research: 'What research found',
  findings: {
    eye_contact_and_ratings:
      'Eye contact: over 63 studies, ratings of interviews went along with eye contact with a correlation of .45 (Martín-Raugh et al. 2023).',
    head_movement_and_ratings:
      'Head movement: over 63 studies, ratings went along with head movement with a correlation of .43; which movement helps is not known as well (Martín-Raugh et al. 2023).',
    smiles_at_start_and_end:
      'Smiles: in an interview they helped most at its start and its end, and less in the middle (Ruben et al. 2015).',
    smile_dynamics_and_ratings:
      'The way a smile goes: smiles that came and went naturally were rated better than posed ones (Krumhuber et al. 2009).',
  },
  blinks: 'Blinks',
  closures: 'Eyes closed longer',
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  eyesExplain:
    'Blinks are given as a fact and say nothing about how you feel: they depend on light, air, lenses and screens.',
  openEye: {
    resting_face: (share: string) =>
      `What counts as a closed eye was measured against your own open eye at rest, which is ${share} as high as wide.`,
    session: (share: string) =>
      `What counts as a closed eye was measured against your own open eye, as it mostly was in this session: ${share} as high as wide.`,
  },
  blinkRate: {
    live: (needed: number, had: number) =>
      `counting them needs at least ${needed} pictures a second; this session had ${had}. More light and fewer open programs can give more`,
    recording: (needed: number, had: number) =>
      `counting them needs at least ${needed} pictures a second; this recording was read at ${had}`,
    mostly: (needed: number) =>
      `counting them needs at least ${needed} pictures a second; for most of this session there were fewer`,
  },
  leftOut: 'Left out',
  underOnePercent: 'under 1 %',
  leftOutFrames: (count: number, share: string, aspects: string) =>
    `${count} ${count === 1 ? 'frame' : 'frames'} with a face (${share}) that could not be read well: ${aspects}`,
  aspects: {
    size: 'face too small',
    sharpness: 'blurred',
    exposure: 'too dark or too bright',
    contrast: 'too little contrast',
    pose: 'turned away',
    occlusion: 'partly covered',
  },
} as const;
