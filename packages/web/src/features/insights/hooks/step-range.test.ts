import { expect, it } from 'vitest';
import { stepRange } from './step-range.ts';

it('covers a day, a week and a month to its last day', () => {
  expect(stepRange('2024-02-05', 'day')).toEqual({ from: '2024-02-05', to: '2024-02-05' });
  expect(stepRange('2024-02-26', 'week')).toEqual({ from: '2024-02-26', to: '2024-03-03' });
  expect(stepRange('2024-02-01', 'month')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
});
