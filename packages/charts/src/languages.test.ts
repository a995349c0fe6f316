import { createText, loadMessages } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { context, drawSvg, tooltipOf } from '../testing/draw.ts';
import { everySource } from '../testing/every-source.ts';
import { ledger, overviewOf } from '../testing/fixtures.ts';
import { months, shop } from '../testing/view-fixtures.ts';
import type { FigureSetting } from './define-figure.ts';
import type { Figure } from './figure.ts';
import { ledgerFigure } from './figures/ledger-figure.ts';
import { overviewFindings } from './findings/overview-findings.ts';
import { createFormats } from './format/create-formats.ts';
import { figures } from './registry.ts';

const english: FigureSetting = { ...context, dataset: shop, choices: {} };
const german: FigureSetting = {
  ...english,
  formats: createFormats({ locale: 'de-DE', currency: 'EUR' }),
  text: createText(await loadMessages('de'), 'de-DE'),
};

/** Texts of the data, which no language changes. */
const data = JSON.stringify([everySource, english.segmentNames]);
/** The same word in both languages. */
const shared = new Set(['Segment', 'Median', 'Silhouette', 'BIC', 'Lift', 'Spearman', 'Pearson']);
/** Short names of months are often the same in both. */
const month = /^\p{Lu}\p{Ll}{2}( ’\d\d)?$/u;
const englishWord = /\b(the|of|and|customers?|orders?|revenue|with|from|share|month|days?|lines?|above|below)\b/i;

const unescaped = (html: string) => html.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
const between = (html: string) => [...html.matchAll(/>([^<>]+)</g)].map(([, words = '']) => unescaped(words).trim());

/** Everything that a figure says: around it, in its table, in the drawing and in its tooltips. */
function textsOf(figure: Figure): string[] {
  const said = [figure.title, figure.subtitle, figure.note ?? '', ...figure.table.columns.map(({ label }) => label)];
  for (const row of figure.table.rows) said.push(...Object.values(row).map(({ text }) => text));
  if (figure.option !== null) {
    for (const series of [0, 1, 2]) said.push(...between(tooltipOf(figure, 0, series)));
    if (figure.renderer !== 'gl' && figure.ground === undefined)
      said.push(...between(drawSvg(figure, { scheme: 'light', width: 860 })));
  }
  return [...new Set(said)].filter((words) => /\p{L}{3}/u.test(words));
}

const isOfData = (words: string) =>
  shared.has(words) || month.test(words) || data.includes(JSON.stringify(words.replace(/ [\d.,]+$/, '')).slice(1, -1));

/** What stays English: texts that are the same in both, and English words in the German ones. */
function leftEnglish(inEnglish: readonly string[], inGerman: readonly string[]): string[] {
  const same = inGerman.filter((words) => inEnglish.includes(words));
  const mixed = inGerman.filter((words) => englishWord.test(words));
  return [...same, ...mixed].filter((words) => !isOfData(words));
}

describe.each(figures.map((definition) => [definition.id, definition] as const))('%s in German', (_id, definition) => {
  it('says nothing in English', () => {
    const [own, other] = [definition.make(everySource, english), definition.make(everySource, german)];
    expect(own).not.toBeNull();
    expect(other).not.toBeNull();
    expect(leftEnglish(textsOf(own!), textsOf(other!))).toEqual([]);
    for (const key of [definition.name, definition.help]) {
      if (!shared.has(english.text(key))) expect(german.text(key)).not.toBe(english.text(key));
    }
  });
});

describe('in German', () => {
  it('the ledger says nothing in English', () => {
    const [own, other] = [ledgerFigure({ ledger }, english), ledgerFigure({ ledger }, german)];
    expect(leftEnglish(textsOf(own), textsOf(other))).toEqual([]);
    expect(other.title).toBe('Drei Regeln entfernen 144.025 Zeilen; 397.884 bleiben');
    expect(other.balance.text).toBe(
      'Geht auf die Zeile und den Cent genau auf: 541.909 gelesen = 397.884 behalten + 144.025 entfernt.',
    );
  });

  it('findings read on from their value, and stress a part of themselves', () => {
    const overview = overviewOf({
      kpis: { ...everySource.kpis, customers: 4338, revenue: 8_911_408, orders: 18_532, oneTimeCustomers: 1493 },
      months,
      segmentTotals: [
        { id: 0, customers: 719, orders: 719, revenue: 5_775_000 },
        { id: 3, customers: 1595, orders: 1595, revenue: 560_000 },
      ],
      topCustomers: [{ id: '1', country: null, orders: 3, revenue: 1_000_000, segment: 0 }],
      countries: everySource.countries,
    });
    const found = overviewFindings({ overview, ledger }, german, 20);
    for (const { sentence, strong } of found) {
      expect(sentence).toContain(strong ?? '');
      expect(sentence).not.toMatch(englishWord);
    }
    expect(found.map(({ value, sentence }) => `${value} ${sentence}`.replace(/\s/g, ' '))).toEqual([
      '64,8 % des Umsatzes kommen von 719 Champions, einem von sechs Kunden.',
      '539.100 € über dem Monatsmedian im November 2011, außerhalb des üblichen Bereichs.',
      '11,2 % des Umsatzes kommen von einem Kunden, bei 4.338 insgesamt.',
      '82,0 % des Umsatzes kommen aus einem Land, United Kingdom; drei weitere teilen sich den Rest.',
      '34,4 % der Kunden haben nur einmal bestellt: 1.493 von 4.338.',
      '36,8 % der Kunden, die 1.595 Dormant, bringen 6,3 % des Umsatzes.',
    ]);
  });
});
