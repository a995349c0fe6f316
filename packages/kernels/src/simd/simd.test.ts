import { describe, expect, it } from 'vitest';
import { simd, withoutSimd } from './simd.ts';
import { supportsSimd } from './supports-simd.ts';

describe('simd', () => {
  it('runs here, and not where it is not allowed to', () => {
    expect(supportsSimd()).toBe(true);
    expect(simd()).not.toBeNull();
    expect(withoutSimd(() => simd())).toBeNull();
    expect(simd()).not.toBeNull();
  });

  it('comes back when the work throws', () => {
    expect(() =>
      withoutSimd(() => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(simd()).not.toBeNull();
  });
});
