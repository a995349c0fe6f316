import { describe, expect, it } from 'vitest';
import type { GroupProfile } from './profile.ts';
import { tellingFigures } from './telling-figures.ts';

const group = (mean: number, median: number): GroupProfile => ({
  size: 1,
  share: 1,
  revenue: null,
  revenueShare: null,
  means: { income: mean, 'plan=free': 0.5 },
  medians: { income: median },
  boughtOnce: null,
});
const base = group(52, 51);

describe('tellingFigures', () => {
  it('are the means where these say what the effect says', () => {
    expect(tellingFigures('income', -0.8, { own: group(30, 29), base })).toEqual({ kind: 'mean', own: 30, all: 52 });
    expect(tellingFigures('income', 0.8, { own: group(70, 69), base })).toEqual({ kind: 'mean', own: 70, all: 52 });
  });

  it('are the medians where a few far values turn the means', () => {
    expect(tellingFigures('income', -0.8, { own: group(89, 7), base })).toEqual({ kind: 'median', own: 7, all: 51 });
    expect(tellingFigures('income', 0.8, { own: group(50, 60), base })).toEqual({ kind: 'median', own: 60, all: 51 });
  });

  it('are the shares of a category, which has no median', () => {
    const own = { ...group(1, 1), means: { 'plan=free': 0.6 } };
    expect(tellingFigures('plan=free', -0.5, { own, base })).toEqual({ kind: 'mean', own: 0.6, all: 0.5 });
  });
});
