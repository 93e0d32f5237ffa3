import type { Language } from '../settings/settings.js';
import { ENGLISH_QUESTIONS } from './english.js';
import { GERMAN_QUESTIONS } from './german.js';
import type { QuestionSets } from './question-set.js';

const QUESTIONS: Readonly<Record<Language, QuestionSets>> = {
  en: ENGLISH_QUESTIONS,
  de: GERMAN_QUESTIONS,
};

/** All sets of questions in a language of the page. */
export function questionsIn(language: Language): QuestionSets {
  return QUESTIONS[language];
}
