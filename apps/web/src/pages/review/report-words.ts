import { ENGLISH, GERMAN, type ReportWords } from '@poise/report/browser';
import type { Language } from '../../settings/settings.js';

const WORDS: Readonly<Record<Language, ReportWords>> = { en: ENGLISH, de: GERMAN };

/** The words of the report in a language of the page. */
export function reportWords(language: Language): ReportWords {
  return WORDS[language];
}
