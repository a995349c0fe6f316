import { api } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { validate } from './validate.ts';

describe('validate', () => {
  it('answers the value as the schema makes it', () => {
    expect(
      validate(
        api.views.query,
        { names: '["kpis"]', countries: '["France","UK, ""quoted"""]'.replaceAll('""', '\\"') },
        'query',
      ),
    ).toMatchObject({
      countries: ['France', 'UK, "quoted"'],
      top: 10,
    });
  });

  it.each([
    [{ countries: 'France' }, '"countries" in the query is not as expected: expected a JSON array; found "France".'],
    [{ from: 'yesterday' }, '"from" in the query is not as expected: a date like 2011-12-09; found "yesterday".'],
    [
      { points: '99999999' },
      '"points" in the query is not as expected: Too big: expected number to be <=20000; found "99999999".',
    ],
  ])('says field, found and expected: %o', (query, sentence) => {
    expect(() => validate(api.views.query, { names: '["kpis"]', ...query }, 'query')).toThrow(sentence);
  });

  it('names a field that is not there', () => {
    expect(() => validate(api.importDataset.body, {}, 'body')).toThrow(
      '"uploadId" in the body is not as expected: expected string, received undefined; found nothing.',
    );
  });

  it('takes nothing from the prototype', () => {
    const value = validate(api.predict.body, JSON.parse('{"rows":[{"__proto__":{"x":1},"recency":3}]}'), 'body');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(JSON.stringify(value)).not.toContain('"x"');
  });
});
