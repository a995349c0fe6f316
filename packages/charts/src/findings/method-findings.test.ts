import type { Projection } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { context } from '../../testing/draw.ts';
import * as given from '../../testing/fixtures.ts';
import { projectionFigure } from '../figures/projection-figure.ts';
import { qualityOverKFigure } from '../figures/quality-over-k-figure.ts';
import { qualityTableFigure } from '../figures/quality-table-figure.ts';
import { cutHeight, dendrogramLines, dendrogramNodes } from '../theme/dendrogram-lines.ts';
import { kSentence } from './k-sentence.ts';
import { largestJump } from './largest-jump.ts';
import { nearestAlike } from './map-finding.ts';
import { nearerShare, silhouetteFinding } from './silhouette-finding.ts';

describe('the top of a dendrogram', () => {
  const leaf = (size: number, segment: number) => ({ size, segment });
  const tree = {
    leaves: [leaf(1, 0), leaf(2, 0), leaf(3, 1), leaf(4, 2)],
    merges: [
      { left: 0, right: 1, height: 1 },
      { left: 2, right: 3, height: 4 },
      { left: 4, right: 5, height: 6 },
    ],
    cut: { below: 1, above: 4 },
  };
  it('names the merge that is furthest above the one before', () => {
    expect(largestJump(tree)).toEqual({ fromGroups: 3, toGroups: 2, size: 3, isOfWholeTree: true });
    expect(largestJump({ ...tree, merges: tree.merges.slice(0, 1) })).toBeNull();
  });
  it('claims nothing of the merges that are not shown', () => {
    const merges = tree.merges.map((merge) => ({ ...merge, height: merge.height + 10 }));
    expect(largestJump({ ...tree, merges })?.isOfWholeTree).toBe(false);
    const leaves = tree.leaves.map(({ segment }) => leaf(1, segment));
    expect(largestJump({ leaves, merges })?.isOfWholeTree).toBe(true);
  });
  it('sums sizes and places a merge between its parts', () => {
    expect(dendrogramNodes(tree).slice(4)).toEqual([
      { at: 0.5, height: 1, size: 3, segment: 0 },
      { at: 2.5, height: 4, size: 7, segment: null },
      { at: 1.5, height: 6, size: 10, segment: null },
    ]);
  });
  it('draws in the colour of a segment up to the cut and neutral above it', () => {
    expect(cutHeight(tree)).toBe(2.5);
    const lines = dendrogramLines(tree);
    for (const { segment, corners } of lines)
      for (const [, height] of corners) expect(segment === null ? height >= 2.5 : height <= 2.5).toBe(true);
    expect(new Set(lines.map(({ segment }) => segment))).toEqual(new Set([0, 1, 2, null]));
  });
});

describe('silhouettes', () => {
  it('are weighed by size, and spoken of as what they are', () => {
    const share = nearerShare([
      { size: 100, negative: 0.3 },
      { size: 300, negative: 0 },
    ]);
    expect(share).toBeCloseTo(0.075, 12);
    expect(silhouetteFinding(0.12, true, context)).toBe('12% of customers lie nearer to another segment');
    expect(silhouetteFinding(0.12, false, context)).toBe('About 12% of customers lie nearer to another segment');
    expect(silhouetteFinding(0.001, true, context)).toBe('Fewer than 1% of customers lie nearer to another segment');
    expect(silhouetteFinding(0, true, context)).toBe('No customer lies nearer to another segment');
    expect(silhouetteFinding(nearerShare([]), true, context)).toBe('Silhouette');
  });
});

describe('a map', () => {
  const map: Projection = { ...given.projectionOf(given.pointsOf(4)), kind: 'umap', ratio: [], loadings: [] };
  it('says how many have their nearest in their own segment, and nothing of components', () => {
    const figure = projectionFigure(map, context);
    expect(figure.title).toBe('100% have their nearest on the map in their own segment');
    expect(figure.subtitle).toBe('UMAP: like customers near each other; distances between far groups mean little');
    expect(JSON.stringify(figure.table.columns)).not.toMatch(/omponent/);
  });
  it('claims nothing where chance would do as well', () => {
    const mixed = { ...map, points: { ...map.points, segments: map.points.segments.map((_, at) => at % 2) } };
    expect(projectionFigure(mixed, context).title).toBe('Customers on a map by likeness');
    expect(nearestAlike({ ...map, points: given.emptyPoints })).toBeNull();
  });
});

describe('mixtures', () => {
  const choice = {
    ...given.choice,
    candidates: given.choice.candidates.map((candidate, at) => ({ ...candidate, bic: [-880, -905.5, -905, -890][at] })),
  };
  it('are judged by BIC where they have one', () => {
    expect(qualityOverKFigure({ choice, measure: 'bic' }, context).title).toBe('BIC: −905 at k = 4, best at 3');
    expect(qualityTableFigure({ choice }, context).table.columns.map(({ key }) => key)).toContain('bic');
    expect(kSentence(choice, 4, context)).toContain('Its BIC is 0.5 above the lowest, that of k = 3.');
    expect(kSentence(choice, 3, context)).toContain('It has the lowest BIC.');
  });
  it('leave other methods as they are', () => {
    const { table } = qualityTableFigure({ choice: given.choice }, context);
    expect(table.columns.map(({ key }) => key)).not.toContain('bic');
    expect(kSentence(given.choice, 4, context)).not.toContain('BIC');
    expect(qualityOverKFigure({ choice: given.choice, measure: 'bic' }, context).option).toBeNull();
  });
});
