/** The words of the text report, except those of the insights. */
export const REPORT = {
  title: 'POISE PRACTICE REPORT',
  sections: {
    information: 'SESSION INFORMATION',
    summary: 'EXECUTIVE SUMMARY',
    confidence: 'CONFIDENCE ANALYSIS',
    segments: 'SEGMENTS',
    timeline: 'TIMELINE',
    presence: 'PRESENCE',
    improvements: 'AREAS FOR IMPROVEMENT, BY PRIORITY',
    strengths: 'STRENGTHS',
    benchmark: 'BENCHMARK COMPARISON',
    scoreCard: 'FINAL SCORE CARD',
    limits: 'LIMITS',
  },
  noScore: 'There is no score, because there is not enough evidence.',
  noScoreShort: 'not enough evidence',
  notMeasured: 'not measured',
  notKnown: 'not known',
  noFace: 'no face',
  noPictures: 'no pictures',
  unclear: 'unclear',
  dash: '-',
  information: {
    session: 'Session',
    recorded: 'Recorded',
    dated: 'Dated',
    source: 'Source',
    length: 'Length',
    noPictures: '  Without pictures',
    frames: 'Frames with a face',
    inView: 'Face readable for',
    others: 'Others in view',
    othersSeen: (people: number, alone: string | null, capped: boolean) =>
      [
        `${capped ? 'at least ' : ''}${people}, not part of this report`,
        ...(alone === null
          ? []
          : [`for ${alone} while your face was not in view: that counts as no face`]),
      ].join('; '),
    baseline: 'Resting-face baseline',
    baselineUsed: (seconds: string) => `taken from ${seconds} of your resting face`,
    baselineSmiling: (seconds: string) =>
      `taken from ${seconds}, in which a smile was seen, so that smiles count for less: give a stretch in which your face rests`,
    baselineCalmest: (seconds: string, where: string) =>
      `taken from the calmest stretch, ${seconds} at ${where}, because none was given`,
    baselineNone: 'not used',
    model: 'Expression model',
    detector: 'Face detector',
    of: (some: number, all: number) => `${some} of ${all}`,
    sources: { recording: 'recording', live: 'live camera', unknown: 'not known' },
  },
  nextStep: 'Work on next',
  confidence: {
    average: 'Average',
    level: 'Level',
    interval: '95 % interval',
    minimum: 'Minimum',
    maximum: 'Maximum',
    median: 'Median',
    deviation: 'Standard deviation',
    between: (lower: string, upper: string) => `between ${lower} and ${upper}`,
    atLevel: (level: string) => `level ${level}`,
    explain:
      'The interval says how far the average can be trusted: if you could repeat this same session many times, about 95 in 100 such intervals would hold its true average. A standard deviation is the usual distance of the score from its average.',
    moments: 'Tension moments',
    smiles: 'Smiles',
    when: 'Strongest at',
    firstSmile: 'First at',
  },
  segments: {
    headings: ['Part', 'Time', 'Average', 'Interval', 'Mostly shown', 'In view'],
    explain:
      'A difference between two parts counts only when it is larger than its uncertainty and than 5 points.',
    changes: {
      up: 'a clear rise',
      down: 'a clear fall',
      flat: 'no clear change',
      unknown: 'cannot be compared',
    },
    steps: {
      beginningToMiddle: 'Beginning to middle',
      middleToEnd: 'Middle to end',
      beginningToEnd: 'Beginning to end',
    },
  },
  questions: {
    title: 'By question',
    unseen: (time: string) => `${time}: no score, because your face was not in view`,
    noPictures: (time: string) => `${time}: no score, because the recording has no pictures then`,
    tooLittle: (time: string) => `${time}: no score, because too little of your face was seen`,
    noInterval: 'too short for an interval',
    shown: (expression: string) => `mostly shown: ${expression}`,
    inView: (share: string) => `in view: ${share}`,
  },
  timeline: {
    headings: ['Time', 'Score', 'Mostly shown', 'In view'],
    headingsWithoutScore: ['Time', 'In view'],
    one: 'The one row is the whole session.',
    rows: (length: string) =>
      `Each row is ${length}; only the last, which ends with the session, may differ.`,
    joined: (length: string) =>
      `The session is long, so each row is ${length}; only the last, which ends with the session, may differ.`,
    empty: 'The session is too short for a timeline.',
    absences: 'Out of view',
    noPictures: 'Without pictures',
    more: (count: number) => `and ${count} more`,
  },
  evidence: 'Seen at',
  noStrengths: 'With too little evidence nothing can be said here, neither good nor bad.',
  quietStrengths: 'Nothing stood out this time. That is no fault: practise once more.',
  benchmark: {
    intro:
      'These are the documented reference values of the score, and your own past sessions. Poise never compares you with other people.',
    headings: ['Reference', 'Value', 'You', 'Result'],
    references: {
      resting_face: 'A resting, neutral face',
      clear_smile: 'A clear smile (best moment)',
      confident_level: 'The level "Confident"',
      face_in_view: 'Face in view',
    },
    results: {
      below: 'below',
      within: 'within',
      above: 'above',
      unclear: 'too close to say',
    },
    from: (value: string) => `${value} or more`,
    noHistory: 'Give your own past sessions and your trend is shown here.',
    notEarlier: (count: number) =>
      count === 1
        ? 'The session that was given did not begin before this one, so it is not your past, and no trend is shown.'
        : `None of the ${count} sessions that were given began before this one, so they are not your past, and no trend is shown.`,
    noScoredHistory: 'None of your past sessions had enough evidence for a score.',
    pastHeadings: ['Your past sessions', 'Average', 'Level'],
    pastMore: (count: number) => `The ${count} latest are shown.`,
    average: (count: number, average: string) =>
      count === 1
        ? `Your one past session had an average of ${average}.`
        : `Your ${count} past sessions had an average of ${average}.`,
    higher: (points: string) => `This one is ${points} higher, a clear change.`,
    lower: (points: string) => `This one is ${points} lower, a clear change.`,
    same: (points: string) =>
      `This one differs by ${points}, which is too little to be called a change.`,
    cannot: 'This session has no score to compare.',
    withoutScore: (count: number) =>
      count === 1
        ? 'One past session had too little evidence and is left out.'
        : `${count} past sessions had too little evidence and are left out.`,
  },
  scoreCard: {
    confidence: 'Interview confidence',
    engagement: 'Engagement',
    expressiveness: 'Expressiveness',
    stability: 'Stability',
    detection: 'Face detection',
    tension: 'Tension moments',
    headline: 'Headline',
    explain:
      'Engagement: how much of the time your face was there, and how alive it was. Expressiveness: how far your expression moved away from its own average. Stability: how little your face moved about in the picture. Face detection: in how many of the frames a face was found. A high value is not better in all of them; they describe.',
  },
  limits: [
    'This report describes expressions that a model saw in pictures of a face. It does not know what you felt or thought, and says nothing about honesty, personality or fitness for a job.',
    'The model is wrong at times: more often in poor light, from the side, with part of the face covered, and more often for some faces than for others. The negative expressions (angry, disgusted, afraid, sad) are mistaken most, so they move the score little.',
    'Poise is for self-practice. Using it to select, rank or assess people is not intended, and in the European Union the use of such systems in recruitment, at work and in education institutions is prohibited.',
  ],
} as const;
