/** What a check found. `warn`: something optional is missing; `fail`: Poise will not work. */
export type CheckStatus = 'ok' | 'warn' | 'fail';

/** One line of `poise doctor`. */
export interface CheckResult {
  readonly name: string;
  readonly status: CheckStatus;
  /** What was found. */
  readonly found: string;
  /** What to do about it; null when nothing is to be done. */
  readonly advice: string | null;
}

/** One thing to look at. */
export interface Check {
  readonly name: string;
  /** What to do when `run` throws. */
  readonly advice: string;
  /** `warn` for what Poise can do without. */
  readonly severity: 'warn' | 'fail';
  /** Says what was found, or throws. */
  run(): Promise<string> | string;
}

/** Runs one check; never throws. */
export async function runCheck({ name, advice, severity, run }: Check): Promise<CheckResult> {
  try {
    return { name, status: 'ok', found: await run(), advice: null };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { name, status: severity, found, advice };
  }
}
