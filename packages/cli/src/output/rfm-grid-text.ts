import type { RfmGrid, RfmScheme } from '@clientele/contracts';
import { coverageOf } from '@clientele/pipeline';
import { count, money, plain, share } from './numbers.ts';
import { textTable } from './text-table.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const letterOf = (group: number): string => (group < 0 ? '·' : (letters[group] ?? '?'));

/** The grid as a map of letters, R down and FM (or F, and in it M) across, best at the top and at the right. */
export function rfmMapText(scheme: RfmScheme): string {
  const { scores, axes } = scheme;
  const { groups } = coverageOf(scheme);
  const width = groups.length / scores;
  const all = Array.from({ length: scores }, (_, i) => i + 1);
  const digits = String(scores).length;
  const pad = (text: string | number) => String(text).padStart(digits);
  const blank = ' '.repeat(digits + 2);
  const blocks = axes === 'r-fm' ? [all] : all.map(() => all);
  const line = (head: string, of: (block: number, score: number) => string) =>
    `${head} ${blocks.map((block, i) => block.map((score) => of(i, score)).join(' ')).join('   ')}`.trimEnd();
  const blockWidth = scores * (digits + 1) - 1;
  const heads =
    axes === 'r-fm'
      ? [line(`${blank.slice(2)}FM`, (_, score) => pad(score))]
      : [
          `${blank} ${all.map((f) => `F${f}`.padEnd(blockWidth)).join('   ')}`.trimEnd(),
          line(`${blank.slice(1)}M`, (_, score) => pad(score)),
        ];
  const rows = [...all].reverse().map((r) => {
    const row = groups.subarray((r - 1) * width, r * width);
    return line(` R${pad(r)}`, (block, score) => pad(letterOf(row[block * scores + score - 1] ?? -1)));
  });
  return [...heads, ...rows].join('\n');
}

/** The groups behind the letters: their codes, and with customers their sizes and revenue. */
export function rfmLegendText(scheme: RfmScheme, grid: RfmGrid | null): string {
  const { got, uncovered } = coverageOf(scheme);
  const right = (label: string) => ({ label, align: 'right' as const });
  const heads = [{ label: '' }, { label: 'Group' }, right('Codes')];
  if (grid === null) {
    const none = uncovered.length > 0 ? [['·', 'In no group', count(uncovered.length)]] : [];
    return textTable(heads, [...scheme.groups.map(({ name }, i) => [letterOf(i), name, count(got[i] ?? 0)]), ...none]);
  }
  const { groups, unassigned, customers, revenue } = grid;
  const left = revenue - groups.reduce((sum, group) => sum + group.revenue, 0);
  const none = ['·', 'In no group', count(uncovered.length), count(unassigned), share(unassigned / customers)];
  return textTable(
    [...heads, right('Customers'), right('Share'), right('Revenue'), right('Share')],
    [
      ...groups.map((group, i) => [
        letterOf(i),
        group.name,
        count(group.codes),
        count(group.customers),
        share(group.share),
        money(group.revenue),
        share(group.revenueShare),
      ]),
      ...(uncovered.length > 0 ? [[...none, money(left), share(revenue === 0 ? 0 : left / revenue)]] : []),
    ],
  );
}

/** The cut points, a line a feature. */
export function rfmCutsText({ cuts, scheme }: RfmGrid): string {
  const how = scheme.cuts === 'quantile' ? `quantiles by ${scheme.ties}` : 'fixed';
  const lines = Object.entries(cuts).map(([feature, points]) => `${feature}: ${points.map(plain).join(', ')}`);
  return `Cut points (${how}): ${lines.join('; ')}`;
}
