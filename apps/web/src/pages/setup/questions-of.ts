import { parseQuestions } from '../../questions/parse-questions.js';
import { questionsIn } from '../../questions/questions-in.js';
import type { Language } from '../../settings/settings.js';
import type { SetupChoices } from './choices.js';

/** The questions of the chosen set, or of the person's own list. */
export function questionsOf(
  { set, ownText }: Pick<SetupChoices, 'set' | 'ownText'>,
  language: Language,
): readonly string[] {
  return set === 'own' ? parseQuestions(ownText).questions : questionsIn(language)[set];
}
