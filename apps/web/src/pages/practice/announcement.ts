import type { PracticeSnapshot } from '../../practice/snapshot.js';
import type { PageText } from '../../text/en.js';
import { lookWords } from './look-words.js';

/** What is said of a snapshot; it stays the same as long as there is nothing new to say. */
export function announcement(
  { phase, question, look }: PracticeSnapshot,
  { announce, question: questionOf, looks }: PageText['practice'],
): string {
  switch (phase) {
    case 'baseline':
      return announce.baseline;
    case 'question-look':
      return announce.questionLook;
    case 'look-outcome': {
      const words = look === null ? null : lookWords(look, looks);
      return words === null ? '' : `${words.title}. ${words.reason} ${words.lost}`;
    }
    case 'countdown':
      return '';
    case 'asking':
      return question === null
        ? ''
        : `${questionOf(question.index + 1, question.count)}: ${question.prompt}`;
    case 'paused':
      return announce.paused;
    case 'finishing':
    case 'finished':
      return announce.finishing;
  }
}
