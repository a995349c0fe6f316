import { expect, it } from 'vitest';
import { neighboursAlike } from './neighbours-alike.ts';

it('counts the nearest of its own', () => {
  const x = Array.from({ length: 20 }, (_, i) => i);
  const drawn = {
    x,
    y: x.map(() => 0),
    points: { ids: x.map(String), segments: x.map((i) => (i < 3 ? 0 : -1)), features: {}, shown: 20, total: 20 },
  };
  expect(neighboursAlike(drawn, { x: -5, y: 0 }, 0)).toEqual({ alike: 3, of: 4 });
  expect(neighboursAlike(drawn, { x: 19, y: 0 }, -1)).toEqual({ alike: 4, of: 4 });
  const empty = { x: [], y: [], points: { ids: [], segments: [], features: {}, shown: 0, total: 0 } };
  expect(neighboursAlike(empty, { x: 0, y: 0 }, 0)).toEqual({ alike: 0, of: 0 });
});
