import { constants } from 'node:os';

/** What the person's Ctrl-C does to a running command. */
export interface Interrupt {
  /** Aborted by the first Ctrl-C, or the first request to end. */
  readonly signal: AbortSignal;
  /** The exit code that the signal asks for (130 for Ctrl-C); null while there was none. */
  exitCode(): number | null;
  /** Stops listening. */
  dispose(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Shells read 128 + the number of the signal as "ended by this signal". */
const SIGNAL_EXIT_BASE = 128;

/**
 * Listens for Ctrl-C (SIGINT) and for a request to end (SIGTERM). The first lets the command stop
 * in order; the second ends the process at once.
 *
 * @param onFirst - called once, to tell the person what happens now.
 */
export function listenForInterrupts(onFirst: () => void): Interrupt {
  const controller = new AbortController();
  let code: number | null = null;
  const handler = (name: NodeJS.Signals): void => {
    if (code !== null) {
      // The system's own ending: process.exit would tear models down while they run, and crash.
      stopListening();
      process.kill(process.pid, name);
      return;
    }
    code = SIGNAL_EXIT_BASE + constants.signals[name];
    onFirst();
    controller.abort();
  };
  const stopListening = (): void => {
    for (const name of SIGNALS) process.off(name, handler);
  };
  for (const name of SIGNALS) process.on(name, handler);
  return {
    signal: controller.signal,
    exitCode: () => code,
    dispose: stopListening,
  };
}
