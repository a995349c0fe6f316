import { describe, expect, it } from 'vitest';
import { api } from './api.ts';
import { operations } from './operations.ts';

describe('api', () => {
  it.each(Object.entries(operations))('calls %s as the plain table says', (name, route) => {
    expect(api[name as keyof typeof api]).toMatchObject(route);
  });

  it.each(Object.entries(operations))(
    'has a shape for the parameters in the path of %s, and for no other',
    (name, { path }) => {
      const { params } = api[name as keyof typeof api] as { params?: { shape: object } };
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      expect(Object.keys(params?.shape ?? {}).toSorted()).toEqual(named.toSorted());
    },
  );
});
