import { spawn } from 'node:child_process';

/** The last words of a program that an error repeats. */
const MAX_COMPLAINT_CHARACTERS = 500;

/** A program that is running. */
export interface RunningProgram {
  /** What it writes. */
  readonly output: AsyncIterable<Uint8Array>;
  /** Once it has ended: null when it says that all went well, else what went wrong. */
  readonly failure: Promise<Error | null>;
  /** Ends it, and resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a program that writes to its standard output.
 *
 * @param path - the program.
 * @param parameters - its arguments.
 * @param signal - ends it when aborted.
 */
export function startProgram(
  path: string,
  parameters: readonly string[],
  signal: AbortSignal,
): RunningProgram {
  const child = spawn(path, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString('utf8')).slice(-MAX_COMPLAINT_CHARACTERS);
  });
  const failure = new Promise<Error | null>((resolve) => {
    child.on('error', resolve);
    child.on('close', (code, killedBy) => {
      const end = killedBy === null ? `exit code ${code}` : `signal ${killedBy}`;
      resolve(code === 0 ? null : new Error(`ended by ${end}: ${complaint.trim()}`));
    });
  });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  return {
    output: child.stdout,
    failure,
    async stop() {
      signal.removeEventListener('abort', kill);
      kill();
      await failure;
    },
  };
}
