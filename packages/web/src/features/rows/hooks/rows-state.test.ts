import { expect, it } from 'vitest';
import { parseSearch, readSearch, stringifySearch } from '../../../lib/search-params.ts';
import { type RowsState, readRowsState, writeRowsState } from './rows-state.ts';

const nothing: RowsState = { search: '', sort: null, isDescending: false, where: [] };
const asked: RowsState = {
  search: 'Tea & "mug" {x}',
  sort: 'amount',
  isDescending: true,
  where: [{ column: 'a,b=c', test: 'least', value: '[1]' }],
};

it('comes back from the address as it went in', () => {
  const address = stringifySearch({ rows: writeRowsState(asked, '7') });
  expect(readRowsState(readSearch(parseSearch(address)).rows, '7')).toEqual(asked);
  expect(writeRowsState(nothing, '7')).toBeUndefined();
});

it('is empty for another dataset and for what cannot be used', () => {
  expect(readRowsState(writeRowsState(asked, '7'), '8')).toEqual(nothing);
  for (const text of [undefined, '', '{', '[]', 'null', '{"of":"7","where":[{"column":1}],"sort":3,"search":{}}'])
    expect(readRowsState(text, '7')).toEqual(nothing);
});
