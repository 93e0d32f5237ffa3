/** The languages that the page speaks. */
export const LANGUAGES = ['en', 'de'] as const;

/** A language as a BCP 47 tag. */
export type Language = (typeof LANGUAGES)[number];

/** The choices of appearance. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const;

/** Light, dark, or as the device says. */
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** What the person has chosen for the page as a whole. */
export interface Settings {
  readonly language: Language;
  readonly theme: ThemeChoice;
  /** Whether a practice shows its confidence line and its numbers. */
  readonly liveNumbers: boolean;
  /** Whether single letters are keys of the practice; they get in the way of voice control. */
  readonly letterKeys: boolean;
}

/** The first of a browser's languages that the page speaks; English when it speaks none. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return 'en';
}

/**
 * Reads stored settings. Whatever is missing or unknown gets its default, so that a value of
 * another version never breaks the page.
 *
 * @param stored - the stored text, null when there is none.
 * @param languages - the browser's languages in their order, as BCP 47 tags.
 */
export function parseSettings(stored: string | null, languages: readonly string[]): Settings {
  const values = storedValues(stored);
  return {
    language:
      LANGUAGES.find((language) => language === values['language']) ?? preferredLanguage(languages),
    theme: THEME_CHOICES.find((theme) => theme === values['theme']) ?? 'system',
    liveNumbers: values['liveNumbers'] !== false,
    letterKeys: values['letterKeys'] !== false,
  };
}

function storedValues(stored: string | null): Readonly<Record<string, unknown>> {
  if (stored === null) return {};
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
