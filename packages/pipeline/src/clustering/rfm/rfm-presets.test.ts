import { type RfmPresetId, rfmPresetIds, rfmPresetSchema } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';
import { rfmPresets } from './rfm-presets.ts';

const preset = (id: RfmPresetId) => rfmPresets().find((each) => each.id === id)!;
const uncovered = (id: RfmPresetId) => {
  const { codes, uncovered: cells } = coverageOf(preset(id).scheme);
  return [cells.length, codes];
};
const unreachable = (id: RfmPresetId) =>
  preset(id).problems.flatMap(({ code, message }) => (code === 'grid-unreachable' ? [message.split(/[:]/)[0]] : []));

describe('rfmPresets', () => {
  it('are all there, as the contract says', () => {
    expect(rfmPresets().map(({ id }) => id)).toEqual(rfmPresetIds);
    for (const each of rfmPresets()) expect(rfmPresetSchema.parse(each)).toEqual(each);
  });

  it('give the published findings', () => {
    expect(preset('clientele').problems).toEqual([]);
    expect(uncovered('r-rfm')).toEqual([10, 125]);
    expect(unreachable('r-rfm')).toEqual([]);
    expect(uncovered('r-rfm-0.2')).toEqual([36, 125]);
    expect(unreachable('r-rfm-0.2')).toEqual([
      'Nobody can be in New Customers',
      'Nobody can be in Promising',
      "Nobody can be in Can't Lose Them",
    ]);
    expect(uncovered('pymc-marketing')).toEqual([18, 64]);
    expect(preset('pymc-marketing').problems.map(({ code }) => code)).toEqual(['grid-uncovered']);
    expect(uncovered('braze')).toEqual([1, 64]);
    expect(unreachable('braze')).toEqual([]);
  });

  it('have the sizes of what was published', () => {
    const got = (id: RfmPresetId) => coverageOf(preset(id).scheme).got;
    expect(got('pymc-marketing')).toEqual([8, 7, 13, 11, 7]);
    expect(preset('pymc-marketing').scheme.groups[0]?.boxes).toEqual([{ r: [3, 4], f: [3, 4], m: [3, 4] }]);
    expect(got('r-rfm')).toEqual([1, 35, 15, 8, 15, 6, 7, 4, 10, 14]);
    expect(got('r-rfm-0.2')).toEqual([8, 28, 24, 0, 0, 3, 3, 20, 0, 3]);
  });
});
