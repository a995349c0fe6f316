import { createText, en } from '@clientele/texts';
import { expect, it } from 'vitest';
import { transformHint } from './transform-hint.ts';

const text = createText(en, 'en-GB');
const shape = (
  label: string,
  skewness: number | null,
  skewnessLog: number | null,
): Parameters<typeof transformHint>[0][number] => ({
  feature: label,
  label,
  skewness,
  skewnessLog,
});
const revenue = shape('Revenue', 19.3, 0.4);
const age = shape('Age', 0.5, -0.1);

it('says of log what it does to the longest tail', () => {
  expect(transformHint([age, revenue], 'log', text)).toBe('Revenue: skew falls from 19.3 to 0.4.');
});

it('names for auto the features whose skewness falls by half or more, as the service decides', () => {
  expect(transformHint([age, revenue], 'auto', text)).toBe('Log for Revenue; the rest as they are.');
  expect(transformHint([age], 'auto', text)).toBe('No log: it would not lower the skew of a chosen feature by much.');
  expect(transformHint([revenue], 'auto', text)).toBe('Revenue: skew falls from 19.3 to 0.4.');
});

it('warns of a long tail where nothing is done about it, and is silent otherwise', () => {
  expect(transformHint([age, revenue], 'none', text)).toContain('Revenue has skew 19.3');
  expect(transformHint([age], 'none', text)).toBeNull();
  expect(transformHint([shape('Balance', 3, null)], 'log', text)).toBeNull();
});
