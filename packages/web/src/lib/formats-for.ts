import { createFormats, type Formats } from '@clientele/charts';

let locale = 'en-GB';

/** Sets the locale of all formats made from now on; the screens are drawn anew when it changes. */
export function setLocale(next: string): void {
  locale = next;
}

/** Formats for a currency in the reader's locale. */
export const formatsFor = (currency: string | null): Formats => createFormats({ locale, currency });
