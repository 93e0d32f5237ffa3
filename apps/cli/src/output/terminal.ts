/** Where a command prints. Injected, so that commands never touch the process. */
export interface Terminal {
  /** The result: standard output. */
  print(text: string): void;
  /** Progress, notes and errors: standard error. */
  note(text: string): void;
  /** The stream of `note`, for progress bars. */
  readonly stderr: NodeJS.WriteStream;
}

/** The terminal of this process. A reader that goes away early ("| head") is not an error. */
export function processTerminal(): Terminal {
  const ignoreClosedPipe = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
  };
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', ignoreClosedPipe);
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    stderr: process.stderr,
  };
}

/** Prints one JSON document. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.print(JSON.stringify(value, null, 2));
}
