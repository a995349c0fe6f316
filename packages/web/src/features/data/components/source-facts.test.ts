import { createText, en } from '@clientele/texts';
import { expect, it } from 'vitest';
import { byteText } from './source-facts.ts';

const text = createText(en, 'en-GB');

it('writes bytes in the unit that fits', () => {
  expect([0, 999, 1000, 47_200_000, 123_000_000].map((bytes) => byteText(bytes, text))).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '47.2 MB',
    '123 MB',
  ]);
});
