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
    const signalCode = SIGNAL_EXIT_BASE + constants.signals[name];
    if (code !== null) process.exit(signalCode);
    code = signalCode;
    onFirst();
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, handler);
  return {
    signal: controller.signal,
    exitCode: () => code,
    dispose() {
      for (const name of SIGNALS) process.off(name, handler);
    },
  };
}
