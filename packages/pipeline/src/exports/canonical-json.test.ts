import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue, prettyJson } from './canonical-json.ts';

const turned = (value: JsonValue): JsonValue => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member ?? null)]),
  );
};

describe('canonicalJson', () => {
  it('sorts keys, has no spaces, shortest numbers, no undefined members', () => {
    expect(canonicalJson({ b: [1, 2.5, 1e21, -0], a: { z: null, y: undefined, é: 'x"\n' }, A: true })).toBe(
      '{"A":true,"a":{"z":null,"é":"x\\"\\n"},"b":[1,2.5,1e+21,0]}',
    );
  });

  it('is the same whatever the order of keys, and reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = value as JsonValue;
        expect(canonicalJson(turned(json))).toBe(canonicalJson(json));
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: [Number.NaN] })).toThrow(RangeError);
    expect(() => prettyJson({ inertia: Number.POSITIVE_INFINITY })).toThrow('got Infinity as inertia');
  });
});

describe('prettyJson', () => {
  it('keeps the order of keys, indents by two and ends with a newline', () => {
    expect(prettyJson({ b: 1, a: [2] })).toBe('{\n  "b": 1,\n  "a": [\n    2\n  ]\n}\n');
  });
});
