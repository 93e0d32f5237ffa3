/** The words of the picture, except those of the insights. */
export const PICTURE = {
  product: 'Poise',
  score: 'How confident you came across',
  noScore: 'Not enough evidence',
  interval: (lower: string, upper: string) => `between ${lower} and ${upper}`,
  noInterval: 'interval not known',
  journey: 'Your journey',
  presence: 'When your face was in view',
  seen: 'in view',
  unseen: 'out of view',
  absence: 'no face',
  question: (number: number) => `Q${number}`,
  smiles: (count: number) => (count === 1 ? '1 smile' : `${count} smiles`),
  tensions: (count: number) => (count === 1 ? '1 tension moment' : `${count} tension moments`),
  noMoments: 'No smiles or tension moments were noticed.',
  action: 'Work on next',
  meters: {
    expressiveness: 'Expressiveness',
    detection: 'Face detection',
    stability: 'Stability',
  },
  facing: (share: string, lower: string, upper: string) =>
    `Facing the camera ${share} of the time (between ${lower} and ${upper})`,
  facingTooShort: 'Facing the camera: too short to say',
  notMeasured: 'not measured',
} as const;
