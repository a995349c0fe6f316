import { createFormats, type Formats } from '@clientele/charts';

const locale = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;

/** Formats for a currency in the reader's locale. */
export const formatsFor = (currency: string | null): Formats => createFormats({ locale, currency });
