import type { PreparedFeature } from '@clientele/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise } from './advise.ts';
import { nameSegments } from './name-segments.ts';
import type { GroupProfile, SegmentProfile } from './profile.ts';

const column = (id: string, category: string | null = null): PreparedFeature => ({
  id,
  label: id,
  unit: category === null ? 'number' : 'category',
  transform: 'none',
  center: 0,
  divisor: 1,
  fill: 0,
  percentiles: [],
  category,
});
const group = (means: Record<string, number>): GroupProfile => ({
  size: 10,
  share: 0.5,
  revenue: null,
  revenueShare: null,
  means,
  medians: means,
  boughtOnce: null,
});
const segment = (effects: number[], means: Record<string, number>): SegmentProfile => ({
  ...group(means),
  effects,
  traits: effects
    .map((effect, index) => ({ column: index, effect }))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
});
const name = (columns: PreparedFeature[], base: Record<string, number>, segments: SegmentProfile[], isOrders = false) =>
  nameSegments({
    context: { columns, isOrders },
    profiles: { base: group(base), segments, unassigned: null },
    currency: null,
    groups: null,
  });

describe('nameSegments', () => {
  const columns = [column('Age'), column('Income (k$)')];
  const base = { Age: 40, 'Income (k$)': 60 };

  it('takes the two strongest traits, in the order of the features, with the figures', () => {
    const [one] = name(columns, base, [segment([-0.8, 1.2], { Age: 28, 'Income (k$)': 90 })]);
    expect(one).toEqual({
      name: 'Young, high income',
      why: 'Age −0.8 (mean 28 against 40), Income (k$) +1.2 (mean 90 against 60). The rule: the strongest traits of at least 0.5 standard deviations from the average customer.',
    });
  });

  it('leaves out a trait under 0.5, and calls a segment without any average', () => {
    const names = name(columns, base, [segment([0.5, 0.49], base), segment([-0.49, 0.2], base)]);
    expect(names.map((each) => each.name)).toEqual(['Older', 'Average customers']);
  });

  it('parts equal names by what most differs, then by the mean, then by a number', () => {
    const names = name(columns, base, [
      segment([0.6, 0.2], { Age: 50, 'Income (k$)': 61 }),
      segment([0.7, -0.2], { Age: 51, 'Income (k$)': 57 }),
      segment([1.9, 0.2], { Age: 66, 'Income (k$)': 61 }),
      segment([1.9, 0.2], { Age: 66, 'Income (k$)': 61 }),
    ]);
    expect(names.map((each) => each.name)).toEqual(['Older', 'Older, lower income', 'Older, age 66', 'Older (2)']);
    expect(names[1]?.why).toContain('on Income (k$) this one lies −0.4 standard deviations from it');
  });

  it('speaks of a category by its value, and of two by the other one', () => {
    const gender = [column('Gender', 'Male')];
    const shares = (male: number) => ({ 'Gender=Female': 1 - male, 'Gender=Male': male });
    const names = name(gender, shares(0.44), [segment([1.13], shares(1)), segment([-0.89], shares(0))]);
    expect(names.map((each) => each.name)).toEqual(['Male', 'Female']);
  });

  it('does not name a segment by what a category of three is not', () => {
    const towns = [column('Town', 'A'), column('Town', 'B'), column('Town', 'C')];
    const [one] = name(towns, { 'Town=A': 0.3, 'Town=B': 0.3, 'Town=C': 0.4 }, [
      segment([-1, 0.8, 0.3], { 'Town=B': 0.7 }),
    ]);
    expect(one?.name).toBe('Mostly town B');
  });

  it('uses the rules for order features only where all three are there', () => {
    const rfm = ['recency', 'frequency', 'monetary'].map((id) => column(id));
    expect(name(rfm, {}, [segment([-1.2, 1.6, 1.4], {})], true)[0]?.name).toBe('Champions');
    expect(name(rfm.slice(0, 2), {}, [segment([-1.2, 1.6], {})], true)[0]?.name).toBe('Recent, many orders');
  });

  it('parts two segments of the same order name', () => {
    const rfm = ['recency', 'frequency', 'monetary'].map((id) => column(id));
    const names = name(rfm, {}, [segment([1.1, -0.8, -0.5], {}), segment([1.2, -0.9, -1.5], {})], true);
    expect(names.map((each) => each.name)).toEqual(['Dormant', 'Dormant, lower revenue']);
  });

  it('names are never equal', () => {
    const effect = fc.double({ min: -3, max: 3, noNaN: true });
    const segments = fc.array(fc.tuple(effect, effect, effect), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(segments, fc.boolean(), fc.boolean(), (all, isOrders, coarse) => {
        const ids = isOrders ? ['recency', 'frequency', 'monetary'] : ['a', 'b', 'c'];
        const profiles = all.map((effects) =>
          segment(coarse ? effects.map(Math.round) : effects, Object.fromEntries(ids.map((id) => [id, 1]))),
        );
        const names = name(
          ids.map((id) => column(id)),
          {},
          profiles,
          isOrders,
        ).map((each) => each.name);
        expect(new Set(names).size).toBe(all.length);
      }),
    );
  });
});

describe('advise, for a table of customers', () => {
  const columns = [column('Annual Income (k$)'), column('Spending Score'), column('Height')];
  const base = { 'Annual Income (k$)': 60.6, 'Spending Score': 50.2, Height: 170 };
  const say = (effects: number[]) =>
    advise(
      { columns, isOrders: false, base: group(base) },
      segment(effects, { 'Annual Income (k$)': 88.2, 'Spending Score': 17.1, Height: 180 }),
      null,
    );

  it.each([
    [[1, 1, 0], /^Keep them close/],
    [[1, -1, 0], /^Find out what they miss.*\(annual income 88.2 on average, all customers 60.6; spending score 17.1/],
    [[-1, 1, 0], /^Keep it affordable/],
    [[-1, -1, 0], /^Reach them cheaply/],
    [[0, 1, 0], /^Thank them/],
    [[0, -1, 0], /^Make a small first step easy.*\(spending score 17.1 on average, all customers 50.2\)\.$/],
    [[0, 0, 1], /^Speak to them about what sets them apart: height 180 on average, all customers 170\.$/],
    [[0, 0, 0], /^Nothing sets these 10 customers apart/],
  ])('%j', (effects, expected) => expect(say(effects)).toMatch(expected));
});
