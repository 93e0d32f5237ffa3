import type { Language } from '../../settings/settings.js';
import type { SetupChoices } from './choices.js';

export function questionsOf({ set, ownText }: SetupChoices, language: Language): readonly string[] {
  if (set === 'own') return ownText.split('\n').filter((x) => x.trim() !== '');
  return ['Tell me about a time when you had to work with someone difficult. What did you do, and what came of it?', 'What are you proud of?', 'Tell me about a mistake.', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8'].map(x => language === 'de' ? x : x);
}
