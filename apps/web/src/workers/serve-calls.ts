import { packError } from '@poise/core';
import type {
  AnswerOf,
  CallMessage,
  CallName,
  ProgressOf,
  ReplyMessage,
  RequestOf,
} from './calls.js';

/** What answers the calls to a worker; `report` sends news of the progress. */
export type CallHandlers<Calls> = {
  readonly [Name in CallName<Calls>]: (
    request: RequestOf<Calls, Name>,
    report: (progress: ProgressOf<Calls, Name>) => void,
  ) => Promise<AnswerOf<Calls, Name>>;
};

/** The end of a channel on which calls come in: a worker's global scope is such. */
export interface CallPort {
  postMessage(message: ReplyMessage): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<CallMessage>) => void): void;
}

/**
 * Answers the calls that come to a worker; several may be under way at a time. Errors are packed
 * with their code.
 */
export function serveCalls<Calls>(port: CallPort, handlers: CallHandlers<Calls>): void {
  port.addEventListener('message', async ({ data: { id, name, request } }) => {
    // The name and the request come from the client of the same calls.
    const handle = handlers[name as CallName<Calls>];
    try {
      const answer = await handle(request as RequestOf<Calls, CallName<Calls>>, (progress) =>
        port.postMessage({ id, progress }),
      );
      port.postMessage({ id, answer });
    } catch (error) {
      port.postMessage({ id, error: packError(error, 'INTERNAL') });
    }
  });
}
