import type { TextKey } from './en/en.ts';
import { en } from './en/en.ts';

/** The languages there are, by their own names. */
export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

export const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in languages;

/** False for what is no language tag, as the "en-US@posix" of a browser without a system locale. */
export function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

/** The first of some locales ("de-AT", "en-GB") whose language there is, with that language; English where there is none. */
export function chooseLanguage(locales: readonly string[]): { language: Language; locale: string } {
  for (const locale of locales.filter(isLocale)) {
    const language = locale.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return { language, locale };
  }
  return { language: 'en', locale: 'en-GB' };
}

/** All messages of a language; those other than English are loaded when they are asked for. */
export async function loadMessages(language: Language): Promise<Readonly<Record<TextKey, string>>> {
  return language === 'de' ? (await import('./de/de.ts')).de : en;
}
