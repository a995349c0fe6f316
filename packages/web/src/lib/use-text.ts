import type { Text } from '@clientele/texts';
import { useLanguage } from './language.tsx';

/** The text of a key in the reader's language. */
export const useText = (): Text => useLanguage().text;
