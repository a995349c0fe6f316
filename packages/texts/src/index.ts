export { createText, type Text, type TextValues } from './create-text.ts';
export { en, type TextKey } from './en/en.ts';
export { chooseLanguage, isLanguage, isLocale, type Language, languages, loadMessages } from './languages.ts';
