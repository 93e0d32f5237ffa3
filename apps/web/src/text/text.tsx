import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Language } from '../settings/settings.js';
import { useSettings } from '../settings/use-settings.js';
import { GERMAN } from './de.js';
import { ENGLISH, type PageText } from './en.js';

export type { PageText };

/** The words of each language that the page speaks. */
export const TEXTS: Readonly<Record<Language, PageText>> = { en: ENGLISH, de: GERMAN };

const TextContext = createContext<PageText>(ENGLISH);

/** Gives the chosen language's words to the page, and names the language to the browser. */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useSettings().settings;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextContext value={TEXTS[language]}>{children}</TextContext>;
}

/** The page's words in the chosen language. */
export function useText(): PageText {
  return useContext(TextContext);
}
