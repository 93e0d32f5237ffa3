import type { Interrupt } from './interrupt.js';
import type { Progress } from './output/progress.js';
import type { Terminal } from './output/terminal.js';

/** What every command works with. */
export interface Environment {
  readonly terminal: Terminal;
  readonly progress: Progress;
  readonly interrupt: Interrupt;
  /** Print stacks and causes of errors. */
  readonly debug: boolean;
}
