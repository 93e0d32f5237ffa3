import { LONGEST_PROMPT } from '@poise/session';

/** More questions than this are no practice but a day's work, and a paste of the wrong text. */
export const MOST_QUESTIONS = 50;

/**
 * What a list begins its lines with: a bullet, or a number with a dot or a bracket. Lists are
 * nested at times, so that several may follow each other.
 */
const LIST_MARK = /^(?:[-–—*•·◦▪‣]|\(?\d{1,3}[.)])(?:\s+|$)/u;

/** Marks, spaces and invisible characters that files and web pages put before and between lines. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/gu;

/** A list of questions out of a text. */
export interface ParsedQuestions {
  readonly questions: readonly string[];
  /** How many of them were longer than a question may be, and were cut. */
  readonly shortened: number;
  /** How many came after the last one that is taken, and were left out. */
  readonly leftOut: number;
}

function withoutMarks(line: string): string {
  let rest = line.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
  for (let mark = LIST_MARK.exec(rest); mark !== null; mark = LIST_MARK.exec(rest))
    rest = rest.slice(mark[0].length).trim();
  return rest;
}

/** Cuts a text to a length, without cutting a character in two. */
function cut(text: string): string {
  const end = /[\uD800-\uDBFF]/.test(text[LONGEST_PROMPT - 1] ?? '')
    ? LONGEST_PROMPT - 1
    : LONGEST_PROMPT;
  return text.slice(0, end).trimEnd();
}

/**
 * Reads the person's own list: one question a line. Bullets, numbers and empty lines are dropped;
 * long questions are cut to 500 characters; at most 50 are taken.
 *
 * @param text - with any kind of line ends.
 */
export function parseQuestions(text: string): ParsedQuestions {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(withoutMarks)
    .filter((line) => line !== '');
  const taken = lines.slice(0, MOST_QUESTIONS);
  return {
    questions: taken.map((line) => (line.length > LONGEST_PROMPT ? cut(line) : line)),
    shortened: taken.filter((line) => line.length > LONGEST_PROMPT).length,
    leftOut: lines.length - taken.length,
  };
}
