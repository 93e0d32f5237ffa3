import { PoiseError } from '@poise/core';
import { CommanderError } from 'commander';
import { EXIT_CODE_OF, EXIT_CODES } from './exit-codes.js';
import { listenForInterrupts } from './interrupt.js';
import { errorJson, reportError, toPoiseError } from './output/errors.js';
import { createProgress } from './output/progress.js';
import { printJson, processTerminal } from './output/terminal.js';
import { createProgram, type Runner } from './program.js';

/**
 * Runs the command line.
 *
 * @param argv - the arguments after the command's name.
 * @returns the exit code; errors are already printed.
 */
export async function run(argv: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  let exitCode: number = EXIT_CODES.done;

  const runner: Runner = async ({ json, debug }, command) => {
    const progress = createProgress(terminal.stderr);
    const interrupt = listenForInterrupts(() => {
      progress.stop();
      terminal.note('Stopping; results already written are kept. Ctrl-C again ends at once.');
    });
    try {
      exitCode = await command({ terminal, progress, interrupt, debug });
    } catch (error) {
      progress.stop();
      reportError(terminal, error, debug);
      if (json) printJson(terminal, { error: errorJson(toPoiseError(error)) });
      exitCode = interrupt.exitCode() ?? EXIT_CODE_OF[toPoiseError(error).code];
    } finally {
      interrupt.dispose();
    }
  };

  try {
    await createProgram(runner).parseAsync(argv, { from: 'user' });
  } catch (error) {
    // Help and the version end with 0; what commander refuses is wrong usage, already printed.
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT_CODES.done;
    // A program that asked for JSON reads stdout alone, also where it used the command wrongly.
    if (argv.includes('--json')) {
      const message = error.message.replace(/^error: |\.$/g, '');
      printJson(terminal, { error: errorJson(new PoiseError('OPTION_INVALID', message)) });
    }
    return EXIT_CODES.usage;
  }
  return exitCode;
}
