import type { ErrorRecord } from '@poise/core';

/** The names of what a worker can be asked. `Calls` names each with its request and its answer. */
export type CallName<Calls> = keyof Calls & string;

/** What is asked under a name. */
export type RequestOf<Calls, Name extends keyof Calls> = Calls[Name] extends {
  readonly request: infer Request;
}
  ? Request
  : never;

/** What is answered under a name. */
export type AnswerOf<Calls, Name extends keyof Calls> = Calls[Name] extends {
  readonly answer: infer Answer;
}
  ? Answer
  : never;

/** What is told under a name before the answer. */
export type ProgressOf<Calls, Name extends keyof Calls> = Calls[Name] extends {
  readonly progress: infer Progress;
}
  ? Progress
  : never;

/** A call on its way to the worker. */
export interface CallMessage {
  readonly id: number;
  readonly name: string;
  readonly request: unknown;
}

/** What comes back for the call of the same number: news of its progress, and in the end one of the others. */
export type ReplyMessage =
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: ErrorRecord };
