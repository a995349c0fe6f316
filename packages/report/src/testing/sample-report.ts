import { createFormats } from '@clientele/charts';
import { createText, type Language, loadMessages } from '@clientele/texts';
import type { Report, ReportSegment } from '../report.ts';
import { bars, heat, map, points, solid, table } from './sample-figures.ts';

const segment = (id: number, name: string): ReportSegment => ({
  id,
  name,
  size: '719 customers, £5.78M',
  shares: [
    { label: 'Customers', value: 0.166, text: '16.6%' },
    { label: 'Revenue', value: 0.648, text: '64.8%' },
  ],
  standsOut: [
    'They order three times as often as all customers: 13.7 orders against 4.3.',
    'Last order within 30 days, 5 or more orders, £1,250 or more in all. Right for 89% of those it names, finds 86%.',
  ],
  evidence: [
    'Last order within 45 days and 7 or more orders. Holds for 93% of them; 88% of those it picks are theirs.',
  ],
  doubt: id === 2 ? 'doubtful' : null,
  statistics: [
    'Days since last order',
    'Orders',
    'Revenue per customer',
    'Order value',
    'Different products',
    'Lines per order',
    'Days since first order',
    'Days between orders',
  ].map((label, index) => ({ label, own: (1234 / (index + 1)).toFixed(1), all: (674 / (index + 1)).toFixed(1) })),
  statistic: 'Median',
  whatToDo: [
    'Keep them close: early access, thanks, a named contact.',
    'No discounts; they order every 35 days anyway.',
  ],
  note: 'Stability A (0.94): the same customers come together in 94% of 50 samples drawn from the data.',
});

/** A report of everything, in a language. */
export async function sampleReport(language: Language = 'en', part: Partial<Report> = {}): Promise<Report> {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  return {
    title: 'Customers of Online Retail',
    subtitle: 'Online Retail, 1 Dec 2010 – 9 Dec 2011, all 37 countries, all segments',
    madeAt: '2011-12-10T12:50:00',
    language: locale,
    text: createText(await loadMessages(language), locale),
    formats: createFormats({ locale, currency: 'GBP' }),
    facts: [
      { label: 'Dataset', value: 'Online Retail' },
      { label: 'Period', value: '1 Dec 2010 – 9 Dec 2011' },
      { label: 'Countries', value: 'All 37' },
      { label: 'Segmentation', value: 'RFM, k-means, 4 segments' },
      { label: 'Order lines kept', value: '397,884 of 541,909' },
      { label: 'Silhouette', value: '0.336' },
    ],
    tiles: [
      { label: 'Customers', value: '4,338', change: { text: '27.7%', direction: 'up', meaning: 'better' } },
      { label: 'Revenue', value: '£8.91M', change: { text: '51.9%', direction: 'up', meaning: 'better' } },
      { label: 'Orders', value: '18,532', change: { text: '39.6%', direction: 'up', meaning: 'better' } },
      {
        label: 'Days since last order',
        value: '92.5',
        change: { text: '14.4 days', direction: 'down', meaning: 'better' },
      },
      { label: 'Orders per customer', value: '4.27', change: { text: '9.3%', direction: 'down', meaning: 'worse' } },
      { label: 'Revenue per customer', value: '£2,054', change: null },
    ],
    tilesNote: 'Change: Jun–Nov 2011 against Dec 2010–May 2011',
    findings: [
      { value: '64.8%', sentence: 'of revenue comes from 719 Champions, one customer in six.' },
      { value: '£780,520', sentence: 'came from 418 Regulars who are now past their own usual gap.' },
      { value: '£245,653', sentence: 'still counts though cancelled the same day: two orders.' },
    ],
    sections: [
      {
        title: 'Revenue and customers',
        lead: 'How much comes in, when, and from whom.',
        figures: [
          { figure: bars, width: 'full', withTable: true },
          { figure: { ...bars, id: 'bars-again' }, width: 'half' },
          { figure: table, width: 'half' },
          { figure: map, width: 'full' },
        ],
      },
      {
        title: 'Segments against each other',
        figures: [
          { figure: points(200), width: 'half' },
          { figure: heat, width: 'half' },
          { figure: solid, width: 'full' },
        ],
      },
    ],
    segments: ['Champions', 'Regulars', 'Promising', 'Dormant'].map((name, id) => segment(id, name)),
    receipt: [
      { label: 'Data', value: 'sha256 2f6a1cbb9a4f7a3b4d6b0b1c9b5f1f4e8e0d8c7b6a5948372615041302f1e0dc' },
      { label: 'Recipe', value: 'sha256 9a0c5be1' },
      { label: 'Version', value: 'Clientele 0.1.0' },
    ],
    ...part,
  };
}

/** Names as data have them, by what is wrong with them. */
export const hostileNames: readonly (readonly [kind: string, name: string])[] = [
  ['markup', '<img src=x onerror=alert(1)> {dot0|x} "&" \'quoted\' \\(bracket) ]]> <!-- -->'],
  ['emoji', '😀👩‍👩‍👧 Emoji & Söhne'],
  ['Arabic', 'متجر الأزياء الراقية'],
  ['scripts', 'חנות (Shop) 日本語の店'],
  ['accents', 'Ёлки Ελλάς Łódź Đặng İstanbul'],
  ['a long word', 'W'.repeat(3000)],
  ['many words', 'a name that goes on and on '.repeat(120)],
  ['control signs', '\u0000\u0007\ud800 lone\ttab\nline\u202Eoverride'],
  ['nothing', ''],
  ['a space', ' '],
];
