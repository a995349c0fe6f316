import {
  chooseLanguage,
  createText,
  en,
  isLanguage,
  isLocale,
  type Language,
  loadMessages,
  type Text,
  type TextKey,
} from '@clientele/texts';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { setLocale } from './formats-for.ts';

const remembered = 'clientele-language';

const usualLocale: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };

/** The chosen language with the reader's own locale of it: "de" and "de-AT". */
function localeOf(language: Language): string {
  return (
    navigator.languages.find((locale) => isLocale(locale) && locale.toLowerCase().startsWith(language)) ??
    usualLocale[language]
  );
}

function languageAtFirst(): Language {
  const chosen = localStorage.getItem(remembered);
  return isLanguage(chosen) ? chosen : chooseLanguage(navigator.languages).language;
}

export interface LanguageState {
  language: Language;
  locale: string;
  text: Text;
  /** Remembered in this browser. */
  choose(language: Language): void;
}

const LanguageContext = createContext<LanguageState>({
  language: 'en',
  locale: 'en-GB',
  text: createText(en, 'en-GB'),
  choose: () => undefined,
});

interface Loaded {
  language: Language;
  messages: Readonly<Record<TextKey, string>>;
}

/** Gives the screens their language: nothing is drawn before its messages are there, and all is drawn anew when another is chosen. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(languageAtFirst);
  const [loaded, setLoaded] = useState<Loaded | null>(language === 'en' ? { language, messages: en } : null);
  useEffect(() => {
    let isGone = false;
    void loadMessages(language).then((messages) => {
      if (!isGone) setLoaded((before) => (before?.language === language ? before : { language, messages }));
    });
    return () => {
      isGone = true;
    };
  }, [language]);
  const state = useMemo<LanguageState | null>(() => {
    if (loaded === null) return null;
    const locale = localeOf(loaded.language);
    setLocale(locale);
    document.documentElement.lang = loaded.language;
    return {
      language: loaded.language,
      locale,
      text: createText(loaded.messages, locale),
      choose: (next) => {
        localStorage.setItem(remembered, next);
        setLanguage(next);
      },
    };
  }, [loaded]);
  if (state === null) return null;
  return (
    <LanguageContext key={state.language} value={state}>
      {children}
    </LanguageContext>
  );
}

/** The language that the screens speak. */
export const useLanguage = (): LanguageState => useContext(LanguageContext);
