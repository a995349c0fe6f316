import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { createText } from './create-text.ts';
import { de } from './de/de.ts';
import { en } from './en/en.ts';
import { chooseLanguage } from './languages.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const isText = 0;
const isNumberSign = 7;

function namesOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === isText || element.type === isNumberSign) return [];
    const inner = 'options' in element ? Object.values(element.options).flatMap(({ value }) => namesOf(value)) : [];
    return 'value' in element ? [element.value, ...inner] : inner;
  });
}

const names = (message: string) =>
  [...new Set(namesOf(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()))].sort();
const german: Record<string, string> = de;

describe('messages', () => {
  it.each(Object.entries(en))('%s says the same things in each language', (key, message) => {
    expect(names(german[key] ?? '')).toEqual(names(message));
  });

  it('are none too many in a language', () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  });

  it('are filled in the locale', () => {
    const text = createText({ ...en, 'common.customers': '{n, plural, one {# Kunde} other {# Kunden}}' }, 'de');
    expect(text('common.customers', { n: 1 })).toBe('1 Kunde');
    expect(text('common.customers', { n: 12345 })).toBe('12.345 Kunden');
  });

  it('refuse a missing value', () => {
    const text = createText({ ...en, 'common.share': 'Share of {name}' }, 'en');
    expect(() => text('common.share', {})).toThrow();
  });
});

describe('the language', () => {
  it('is the first of the reader that there is', () => {
    expect(chooseLanguage(['fr-FR', 'de-AT', 'en'])).toEqual({ language: 'de', locale: 'de-AT' });
    expect(chooseLanguage(['en-US@posix', 'de'])).toEqual({ language: 'de', locale: 'de' });
    expect(chooseLanguage(['fr'])).toEqual({ language: 'en', locale: 'en-GB' });
  });
});
