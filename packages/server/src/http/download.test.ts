import { describe, expect, it } from 'vitest';
import { downloadName } from './download.ts';

describe('downloadName', () => {
  it.each([
    ['Harbour & Pine', 'harbour-pine-customers.csv'],
    ['../../etc/passwd', 'etc-passwd-customers.csv'],
    ['a"\r\nSet-Cookie: x=1', 'a-set-cookie-x-1-customers.csv'],
    ['Umsätze März', 'umsatze-marz-customers.csv'],
    ['顧客', 'customers.csv'],
  ])('%j becomes %s', (title, expected) => {
    expect(downloadName(title, 'customers.csv')).toBe(expected);
  });
});
