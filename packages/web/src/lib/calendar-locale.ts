import type { Language } from '@clientele/texts';

const loaded = new Map<Language, Promise<string>>();

async function load(language: Language): Promise<string> {
  if (language === 'de') await import('dayjs/locale/de');
  return language;
}

/** Name of the calendar's locale, once its months and weekdays are there; the same promise for the same language. */
export function calendarLocale(language: Language): Promise<string> {
  const known = loaded.get(language) ?? load(language);
  loaded.set(language, known);
  return known;
}
