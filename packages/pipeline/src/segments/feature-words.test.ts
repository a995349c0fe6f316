import { describe, expect, it } from 'vitest';
import { categoryWords, featureWords, shortLabel } from './feature-words.ts';

describe('shortLabel', () => {
  it.each([
    ['Annual Income (k$)', 'annual income'],
    ['Spending Score (1-100)', 'spending score'],
    ['spending_score', 'spending score'],
    ['NumWebPurchases', 'num web purchases'],
    ['Order value [EUR]', 'order value'],
    ['VIP level', 'VIP level'],
    ['(only brackets)', '(only brackets)'],
    ['x', 'x'],
  ])('%s is %s', (label, short) => expect(shortLabel(label)).toBe(short));

  it('is cut where it is very long', () => expect(shortLabel('word '.repeat(30)).length).toBeLessThanOrEqual(40));
});

describe('featureWords', () => {
  it('knows order features, age, and makes the others from the label', () => {
    expect(featureWords('recency', 'Days since last order', true).low).toBe('recent');
    expect(featureWords('recency', 'recency', false).low).toBe('low recency');
    expect(featureWords('Age', 'Age', false).high).toBe('older');
    expect(featureWords('Income', 'Income (k$)', false).higher).toBe('higher income');
    expect(featureWords('constructor', 'constructor', false).high).toBe('high constructor');
  });
});

describe('categoryWords', () => {
  it('says a value that speaks for itself, else its label too, and how common it is', () => {
    expect(categoryWords('Gender', 'Female', 1)).toBe('Female');
    expect(categoryWords('Gender', 'Female', 0.6)).toBe('mostly Female');
    expect(categoryWords('Country', 'Malta', 0.3)).toBe('often Malta');
    expect(categoryWords('Is Member', 'yes', 0.9)).toBe('is member yes');
    expect(categoryWords('Channel', '2', 0.9)).toBe('channel 2');
  });
});
