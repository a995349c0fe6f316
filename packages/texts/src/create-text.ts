import { IntlMessageFormat } from 'intl-messageformat';
import type { TextKey } from './en/en.ts';

/** What a message is filled with: texts that are formatted already, and numbers that choose a plural. */
export type TextValues = Record<string, string | number>;

/** The text of a key in the reader's language, filled with values. Throws where a value that the message names is missing. */
export type Text = (key: TextKey, values?: TextValues) => string;

/**
 * Texts from messages in ICU form ("{count, plural, one {# order} other {# orders}}"). Each is read once, when it is first needed;
 * numbers inside plurals are written in the locale.
 */
export function createText(messages: Readonly<Record<TextKey, string>>, locale: string): Text {
  const read = new Map<TextKey, IntlMessageFormat>();
  return (key, values) => {
    const message = messages[key];
    if (values === undefined && !message.includes('{')) return message;
    let format = read.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      read.set(key, format);
    }
    return String(format.format(values));
  };
}
