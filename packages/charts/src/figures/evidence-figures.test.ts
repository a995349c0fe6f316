import type { Condition, Evidence, SegmentationDocument } from '@clientele/contracts';
import { createText, loadMessages } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { context, drawSvg, tooltipOf } from '../../testing/draw.ts';
import { evidence } from '../../testing/evidence-fixture.ts';
import { shop } from '../../testing/view-fixtures.ts';
import type { FigureSetting, FigureSources } from '../define-figure.ts';
import { ruleText } from '../findings/rule-text.ts';
import { doubtText, segmentDoubt } from '../findings/segment-doubt.ts';
import { structureFinding } from '../findings/structure-finding.ts';
import { createFormats } from '../format/create-formats.ts';
import { segmentRules } from './segment-rules-figure.ts';
import { stability } from './stability-figure.ts';
import { structure } from './structure-figure.ts';

const setting: FigureSetting = { ...context, dataset: shop, choices: {} };
const german: FigureSetting = {
  ...setting,
  formats: createFormats({ locale: 'de-DE', currency: 'EUR' }),
  text: createText(await loadMessages('de'), 'de-DE'),
};
const hostile = '<img src=x onerror=alert(1)> {dot0|x} "&" and a name that goes on and on and on and on';
const sizes = [40, 160].map((size, id) => ({ id, size }));
const of = (own: Evidence | null): FigureSources =>
  ({ segmentation: { segments: sizes, evidence: own } as SegmentationDocument }) as FigureSources;
const withStructure = (part: Partial<Evidence['structure']>) =>
  of({ ...evidence, structure: { ...evidence.structure, ...part } });
const withGrades = (...grades: Evidence['stability']['segments'][number]['grade'][]) =>
  of({
    ...evidence,
    stability: {
      ...evidence.stability,
      segments: grades.map((grade, segment) => ({ ...evidence.stability.segments[0]!, segment, grade })),
    },
  });

describe('without evidence', () => {
  it.each([structure, stability, segmentRules])('there is no $id', ({ make }) => {
    expect(make(of(null), setting)).toBeNull();
  });
});

describe('structure', () => {
  const title = (part: Partial<Evidence['structure']>) => structure.make(withStructure(part), setting)?.title;

  it('says no more than the figures do', () => {
    expect(title({})).toBe('No natural groups: the silhouettes are those of one cloud');
    const high = evidence.structure.candidates.map((each) => ({ ...each, silhouette: 0.9 }));
    expect(title({ candidates: high })).toBe(
      'No natural groups: at no number of segments do borders part the customers',
    );
    expect(title({ verdict: 'natural-groups', groups: 3, candidates: high })).toBe(
      'Three natural groups: silhouette 0.90, 0.35 without groups',
    );
    expect(title({ verdict: 'natural-groups', groups: 9 })).toBe('Nine natural groups: few customers lie between them');
  });

  it('sets these customers against each kind of data without groups, in the table too', () => {
    const figure = structure.make(of(evidence), setting)!;
    expect(figure.table.columns.map(({ label }) => label)).toEqual([
      'Segments',
      'These customers',
      'Even in a box',
      'One Gaussian',
      'Columns permuted',
      'Parted groups',
      'Weakest border, p',
    ]);
    expect(figure.table.rows[0]?.gaussian?.text).toBe('0.360');
    expect(tooltipOf(figure, 1)).toContain('3 segments');
    for (const width of [342, 860]) {
      const svg = drawSvg(figure, { scheme: 'light', width });
      expect(svg).not.toMatch(/NaN|undefined/);
      expect(svg).toContain('These customers');
    }
  });

  it('says where it rests on a sample', () => {
    expect(structure.make(withStructure({ exact: false, rows: 4000 }), setting)?.subtitle).toContain(
      'from a sample of 4,000 customers',
    );
  });

  it('draws what is not finite, and one k', () => {
    const [first] = evidence.structure.candidates;
    const figure = structure.make(
      withStructure({ candidates: [{ ...first!, silhouette: 0 }], references: [] }),
      setting,
    )!;
    expect(drawSvg(figure, { scheme: 'dark', width: 342 })).not.toMatch(/NaN/);
    const nothing = withStructure({ candidates: [{ ...first!, silhouette: Number.NaN }] });
    expect(structure.make(nothing, setting)?.option).toBeNull();
  });
});

describe('stability', () => {
  const title = (...grades: Parameters<typeof withGrades>) => stability.make(withGrades(...grades), setting)?.title;

  it('follows the grades', () => {
    expect(title('stable', 'highly-stable')).toBe('Both segments come back reliably from resamples');
    expect(title('stable', 'stable', 'doubtful')).toBe(
      '2 of 3 segments come back reliably from resamples; Promising does not',
    );
    expect(title('stable', 'untrustworthy', 'doubtful')).toBe('1 of 3 segments come back reliably from resamples');
    expect(title('untrustworthy')).toBe('No segment comes back reliably from resamples');
  });

  it('draws hostile names, and segments that no resample held', () => {
    const own = {
      ...evidence,
      stability: {
        ...evidence.stability,
        segments: [{ ...evidence.stability.segments[1]!, jaccard: null, plain: null }, evidence.stability.segments[0]!],
      },
    };
    const figure = stability.make(of(own), { ...setting, segmentNames: [hostile, hostile] })!;
    for (const width of [342, 860])
      expect(drawSvg(figure, { scheme: 'dark', width })).not.toMatch(/NaN|<img|undefined/);
    expect(tooltipOf(figure, 0)).toContain('&lt;img');
    expect(figure.table.rows[0]?.jaccard).toEqual({ value: null, text: '–' });
  });
});

describe('rules', () => {
  const box = (...conditions: Condition[]) => ({
    boxes: [conditions],
    text: 'as written',
  });
  const range = (feature: string, min: number | null, max: number | null) => ({
    kind: 'range' as const,
    feature,
    min,
    max,
  });

  const say = (...each: Parameters<typeof box>) => ruleText(box(...each), shop.features, german).replace(/\s/g, ' ');

  it('are read as they were written in English, and in their own words in another language', () => {
    const rule = box(range('recency', null, 45), range('frequency', 7, null), range('monetary', 1250, null));
    expect(ruleText(rule, shop.features, setting)).toBe('as written');
    expect(say(...rule.boxes[0]!)).toBe(
      'letzte Bestellung vor höchstens 45 Tagen, 7 oder mehr Bestellungen und Umsatz mindestens 1.250 €',
    );
  });

  it('speak of one, of spans, of values and of columns of the user, and round nothing', () => {
    expect(say(range('frequency', null, 1))).toBe('eine Bestellung');
    expect(say(range('frequency', 2, 4), range('recency', 30, 60))).toBe(
      '2 bis 4 Bestellungen und letzte Bestellung vor 30 bis 60 Tagen',
    );
    expect(say(range('monetary', 12.5, null))).toBe('Umsatz mindestens 12,50 €');
    expect(say(range('Score', null, 0.123456))).toBe('Score höchstens 0,123456');
    expect(say(range('Score', null, null))).toBe('Score bekannt');
    expect(say({ kind: 'values', feature: 'Plan', values: ['gold', "'gold", ''] })).toBe('Plan: gold, (leer)');
    const two = { ...box(), boxes: [[range('frequency', 9, null)], [range('recency', null, 5)]] };
    expect(ruleText(two, shop.features, german)).toBe(
      '9 oder mehr Bestellungen, oder letzte Bestellung vor höchstens 5 Tagen',
    );
  });

  it('stand in a table with how often they are right', () => {
    const figure = segmentRules.make(of(evidence), setting)!;
    expect(figure.title).toBe('Short rules find 19% of the customers again; 88% of those they pick are right');
    expect(figure.table.rows[0]).toMatchObject({
      rule: { text: 'Last order within 45 days and more than 6 orders' },
      precision: { text: '88.1%' },
      recall: { text: '92.5%' },
      stability: { text: 'highly stable' },
    });
    expect(figure.table.rows[1]?.rule?.text).toBe('No short rule');
  });
});

describe('the verdict', () => {
  const say = (part: Partial<Evidence['structure']>, k: number) =>
    structureFinding({ ...evidence.structure, ...part }, k, setting);

  it('says how the segments stand to the groups', () => {
    expect(say({}, 4)).toMatchObject({ verdict: 'No natural groups: useful slices of a continuum' });
    const many = Array.from({ length: 4 }, () => evidence.structure.unparted[0]!);
    expect(say({ unparted: many, neighbours: 5 }, 4).unparted).toBe(
      'No clear border lies between 4 of 5 pairs of neighbouring segments.',
    );
    expect(say({ unparted: [] }, 2).about).toContain('though few of them lie between these segments');
    const natural = { verdict: 'natural-groups' as const, groups: 3, unparted: [] };
    expect(say(natural, 3).verdict).toBe('These are three natural groups');
    expect(say(natural, 5).verdict).toBe('Three natural groups, which these 5 segments cut further');
    expect(say(natural, 2).verdict).toBe('Three natural groups, of which these 2 segments join some');
    const partly = say({ ...natural, unparted: evidence.structure.unparted }, 3);
    expect(partly.verdict).toBe('Three natural groups, which these 3 segments follow only in part');
    expect(partly.unparted).toBe('No clear border: Champions and Regulars.');
  });

  it('doubts only what is not stable', () => {
    expect(segmentDoubt(evidence.stability, 0)).toBeNull();
    const doubt = segmentDoubt(evidence.stability, 1)!;
    expect(doubtText(doubt, setting)).toBe('Unstable: found again in 52% of resamples; do not act on it');
    expect(doubtText({ grade: 'doubtful', again: null }, setting)).toBe('Unstable: doubtful');
    expect(segmentDoubt(undefined, 1)).toBeNull();
  });
});
