/** How a language writes numbers, lengths and dates. */
export interface FormatWords {
  /** What stands before the decimals: "." or ",". */
  readonly decimalMark: string;
  /** Whole percent, for example "72 %". */
  readonly percent: (whole: number) => string;
  /** A number of points without a sign, for example "6 points". */
  readonly points: (count: number) => string;
  /** From one value to another, for example "70 % to 75 %". */
  readonly range: (from: string, to: string) => string;
  /** The units of lengths. */
  readonly units: { readonly hour: string; readonly minute: string; readonly second: string };
  /** A day, for example "28 November 2025"; months count from 1. */
  readonly date: (day: number, month: number, year: number) => string;
  /** A day with the time on the clock ("00:12"). */
  readonly dateTime: (date: string, clock: string) => string;
}
