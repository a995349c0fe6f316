import { createText, en } from '@clientele/texts';
import { expect, it } from 'vitest';
import { datePresets } from './date-presets.ts';

it('counts back from the last day and offers nothing longer than the data', () => {
  expect(datePresets('2011-05-01', '2011-12-09', createText(en, 'en-GB'))).toEqual([
    { label: 'All dates', range: { from: '2011-05-01', to: '2011-12-09' } },
    { label: 'Last 30 days', range: { from: '2011-11-10', to: '2011-12-09' } },
    { label: 'Last 90 days', range: { from: '2011-09-11', to: '2011-12-09' } },
  ]);
});
