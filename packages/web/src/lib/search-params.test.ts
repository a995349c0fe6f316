import { describe, expect, it } from 'vitest';
import { parseSearch, readSearch, stringifySearch } from './search-params.ts';

describe('search params', () => {
  it('come back from the address as they went in', () => {
    const search = {
      dataset: '7',
      from: '2011-06-01',
      to: '2011-06-30',
      countries: ['Côte d’Ivoire', 'A, B & "C"'],
      segments: [0, 3],
      customer: '12637',
      upload: 'a1B2',
      file: 'Umsätze & more.csv',
    };
    expect(readSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  });

  it('leave out what cannot be used', () => {
    const address = '?from=2011-13-45&to=soon&countries=Malta&segments=["x"]&customer=&other=1';
    expect(readSearch(parseSearch(address))).toEqual({});
  });

  it('keep a customer id with leading zeros as text', () => {
    expect(readSearch(parseSearch('?customer=00042'))).toEqual({ customer: '00042' });
  });
});
