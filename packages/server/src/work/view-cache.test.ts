import { describe, expect, it } from 'vitest';
import { ViewCache } from './view-cache.ts';

const keysOf = (...names: string[]) => new Map(names.map((name) => [name, JSON.stringify(['set', name])]));

/** A maker that notes what it was asked for. */
function maker(value: (name: string) => unknown = (name) => name.repeat(10)) {
  const asked: string[][] = [];
  const make = async (missing: string[]) => {
    asked.push(missing);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return new Map(missing.map((name) => [name, value(name)]));
  };
  return { asked, make };
}

describe('ViewCache', () => {
  it('computes each once, also for those who ask at the same time, and only what is missing', async () => {
    const cache = new ViewCache();
    const { asked, make } = maker();
    const both = await Promise.all([cache.read(keysOf('a', 'b'), make), cache.read(keysOf('b', 'c'), make)]);
    expect(both.map((found) => [...found])).toEqual([
      [
        ['a', 'aaaaaaaaaa'],
        ['b', 'bbbbbbbbbb'],
      ],
      [
        ['b', 'bbbbbbbbbb'],
        ['c', 'cccccccccc'],
      ],
    ]);
    await cache.read(keysOf('c', 'd', 'a'), make);
    expect(asked).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('keeps no more than so many bytes, the latest read', async () => {
    const cache = new ViewCache(120);
    const { asked, make } = maker();
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.read(keysOf(name), make);
    expect(asked).toEqual([['a'], ['b'], ['c'], ['b']]);
    expect(cache.bytes).toBeLessThanOrEqual(120);
    const large = maker(() => 'x'.repeat(1000));
    await cache.read(keysOf('large'), large.make);
    await cache.read(keysOf('large'), large.make);
    expect(large.asked).toEqual([['large'], ['large']]);
  });

  it('keeps no failure, and forgets by id', async () => {
    const cache = new ViewCache();
    const { asked, make } = maker();
    const failing = () => Promise.reject(new Error('no'));
    await expect(cache.read(keysOf('a', 'b'), failing)).rejects.toThrow('no');
    await cache.read(keysOf('a'), make);
    cache.forget('se');
    await cache.read(keysOf('a'), make);
    cache.forget('set');
    expect(cache.bytes).toBe(0);
    await cache.read(keysOf('a'), make);
    expect(asked).toEqual([['a'], ['a']]);
  });
});
