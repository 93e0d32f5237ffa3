/** The colours of the report. Every text colour has a contrast of 4.5 : 1 or more on its ground. */
export interface ReportTheme {
  /** The page. */
  readonly background: string;
  /** A quiet box on the page. */
  readonly surface: string;
  /** Text. */
  readonly ink: string;
  /** Text of second rank. */
  readonly muted: string;
  /** Grid lines, empty parts of meters. */
  readonly line: string;
  /** The one accent. */
  readonly accent: string;
  /** The journey's colours from a low score to a high one. */
  readonly journey: readonly [low: string, middle: string, high: string];
  /** Marks of tension moments. */
  readonly tension: string;
  /** Marks of smiles. */
  readonly smile: string;
  /** The ground of stretches without a face. */
  readonly absence: string;
  /** The font, as SVG and CSS name it. */
  readonly fontFamily: string;
}

/**
 * Light, for the screen and for paper. The journey's three colours keep a contrast of 3 : 1 or more
 * on white, so that the line stays visible in a grey print.
 */
export const LIGHT_THEME: ReportTheme = Object.freeze({
  background: '#ffffff',
  surface: '#f1f6f4',
  ink: '#17242b',
  muted: '#55646c',
  line: '#dbe3e1',
  accent: '#0b7358',
  journey: ['#d9600f', '#ad8410', '#0b8a63'] as const,
  tension: '#c4530a',
  smile: '#0b7358',
  absence: '#8a979d',
  fontFamily: 'Inter',
});

/**
 * Dark, for a screen in the evening. The same rules on a dark ground: text keeps 4.5 : 1, the
 * journey's colours and the marks 3 : 1 or more.
 */
export const DARK_THEME: ReportTheme = Object.freeze({
  background: '#10181c',
  surface: '#1a252b',
  ink: '#e8efed',
  muted: '#a3b3b9',
  line: '#2c3a41',
  accent: '#4cc6a0',
  journey: ['#f0893a', '#d0a838', '#37bd8d'] as const,
  tension: '#f0893a',
  smile: '#4cc6a0',
  absence: '#7f9097',
  fontFamily: 'Inter',
});

/** Distances in pixels at the picture's width of 1080; nothing uses another. */
export const SPACE = Object.freeze({ xs: 12, s: 24, m: 40, l: 64, xl: 88 });

/**
 * Font sizes in pixels at a width of 1080. On a phone that is 390 points wide they shrink to 36 %:
 * the smallest is then 10.8 points.
 */
export const TYPE = Object.freeze({
  caption: 30,
  body: 38,
  title: 42,
  level: 60,
  headline: 76,
  score: 272,
});
