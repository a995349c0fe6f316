import { describe, expect, it } from 'vitest';
import { aroundColor } from './around-color.ts';
import { featureScale } from './feature-scale.ts';
import { niceTicks, tickDigits } from './nice-ticks.ts';
import { segmentMark, textOn } from './segment-mark.ts';
import { tokens } from './tokens.ts';

const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

describe('aroundColor', () => {
  it('is the middle at the mean and clamps at a quarter and four times', () => {
    expect(aroundColor(1, 'light')).toBe('#F4F5F5');
    expect(aroundColor(4, 'light')).toBe('#23507A');
    expect(aroundColor(400, 'light')).toBe('#23507A');
    expect(aroundColor(0.25, 'light')).toBe('#8A5A2B');
    expect(aroundColor(0, 'dark')).toBe(tokens.dark.around[0]);
    expect(aroundColor(null, 'dark')).toBe(tokens.dark.around[1]);
  });
  it('always carries readable text', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (let times = 0.1; times < 8; times *= 1.1) {
        const fill = aroundColor(times, scheme);
        expect(contrast(fill, textOn(fill))).toBeGreaterThanOrEqual(4.5);
      }
      for (let segment = -1; segment < 12; segment += 1) {
        const { color } = segmentMark(segment, scheme);
        expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('featureScale', () => {
  it('is logarithmic for skewed values above zero, and shifts by one for a zero', () => {
    const skewed = [1, 1, 1, 2, 2, 3, 5, 8, 400];
    expect(featureScale(skewed)).toMatchObject({ isLog: true });
    expect(featureScale(skewed).position(100)).toBeCloseTo(2, 12);
    expect(featureScale([0, ...skewed]).position(0)).toBe(0);
  });
  it('is linear for even values, for negatives and where it is told to', () => {
    expect(featureScale([1, 2, 3, 4]).isLog).toBe(false);
    expect(featureScale([-1, 1, 1, 1, 900], true).isLog).toBe(false);
    expect(featureScale([1, 1, 1, 1, 900], false).isLog).toBe(false);
  });
  it('copes with nothing and with one value', () => {
    expect(featureScale([null])).toMatchObject({ min: 0, max: 1 });
    expect(featureScale([5, 5])).toMatchObject({ min: 4, max: 6, ticks: [5] });
  });
});

it('takes round ticks', () => {
  expect(niceTicks(0.279, 0.433, 3, true)).toEqual([0.2, 0.3, 0.4, 0.5]);
  expect(niceTicks(0, 6481, 3, true)).toEqual([0, 5000, 10000]);
  expect(niceTicks(1, 10, 5)).toEqual([2, 4, 6, 8, 10]);
  expect(tickDigits([0.2, 0.3])).toBe(1);
  expect(tickDigits([0, 5000])).toBe(0);
});
