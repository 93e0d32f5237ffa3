import manifest from '@poise/models/manifest.json' with { type: 'json' };

/** What was measured of the expression model, as shares of 1. */
export interface ModelFigures {
  readonly name: string;
  /** Agreement with the expression that most of ten people saw. */
  readonly agreement: number;
  /** How many faces that is measured on. */
  readonly faces: number;
  /** Expected calibration error. */
  readonly calibration: number;
  /** How many faces that people call neutral it calls negative. */
  readonly neutralCalledNegative: number;
  /** How many of the faces that most people call so it finds (FER+ majority, as the agreement). */
  readonly disgust: number;
  readonly sad: number;
}

/** The figures of the expression model that the page runs, from the manifest of the models. */
export function modelFigures(): ModelFigures {
  const model = manifest.models.find((entry) => entry.task === 'expression' && entry.default);
  const metrics = model?.metrics;
  const recall = metrics?.evaluate_public_test.ferplus_recall;
  if (model === undefined || metrics === undefined || recall === undefined)
    throw new Error('The manifest names no expression model with figures.');
  const { evaluate_public_test: evaluated } = metrics;
  return {
    name: model.name,
    agreement: evaluated.ferplus,
    faces: evaluated.ferplus_n,
    calibration: evaluated.ece_ferplus,
    neutralCalledNegative: evaluated.neutral_called_negative,
    disgust: recall.disgust,
    sad: recall.sad,
  };
}
