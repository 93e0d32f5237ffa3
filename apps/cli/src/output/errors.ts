import { PoiseError } from '@poise/core';
import { hintOf } from './command-hints.js';
import type { Terminal } from './terminal.js';
import { printable } from './text.js';

/** Any error as one of the registry; what was not foreseen becomes INTERNAL. */
export function toPoiseError(error: unknown): PoiseError {
  if (error instanceof PoiseError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new PoiseError('INTERNAL', detail, { cause: error });
}

/** An error as `--json` gives it. */
export interface ErrorJson {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The parts of an error for a program: the code to act on, and sentences to show. */
export function errorJson(error: PoiseError): ErrorJson {
  const { code, what } = error;
  return { code, message: `${what}.`, hint: hintOf(error) };
}

/** An error for a person: what happened, what to do, and the code to search for. */
export function formatError(error: PoiseError): string {
  const { code, what } = error;
  return `poise: ${printable(what)}.\n  ${printable(hintOf(error))}\n  Code: ${code}`;
}

/** The stack of an error and of every error underneath. */
export function formatStack(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  // A chain of causes longer than this is a loop.
  for (let depth = 0; depth < 8 && current !== undefined; depth += 1) {
    const text = current instanceof Error ? (current.stack ?? current.message) : String(current);
    parts.push(depth === 0 ? text : `Caused by: ${text}`);
    current = current instanceof Error ? current.cause : undefined;
  }
  return parts.join('\n');
}

/** Prints an error on standard error, with its stack when asked for. */
export function reportError(terminal: Terminal, error: unknown, debug: boolean): void {
  terminal.note(formatError(toPoiseError(error)));
  if (debug) terminal.note(formatStack(error));
}
