import type { EChartsOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import type { BreakdownCell } from '../findings/breakdown-finding.ts';
import { breakdownFinding } from '../findings/breakdown-finding.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { segmentStacks, segmentStacksHeight } from '../theme/segment-stacks.ts';
import { segmentName } from './segment-name.ts';

export interface BreakdownRow {
  name: string;
  customers: number;
  /** Customers in each segment, in segment order; those without a segment are left out. */
  bySegment: readonly number[];
}

export interface BreakdownWords {
  id: string;
  /** What the rows are: "Country". */
  column: string;
  subtitle: string;
  /** Stands as the title where no row stands out. */
  title: string;
  /** The finding as a title. */
  sentence(row: BreakdownRow, found: BreakdownCell, segment: string): string;
}

/** Share of customers in each segment, a bar for each group. */
export function breakdownFigure(rows: readonly BreakdownRow[], words: BreakdownWords, context: FigureContext): Figure {
  const { formats } = context;
  const count = Math.max(0, ...rows.map(({ bySegment }) => bySegment.length));
  const segments = Array.from({ length: count }, (_, id) => ({ id, name: segmentName(id, context) }));
  const names = segments.map(({ name }) => name);
  const drawn = rows.map((row) => {
    const total = row.bySegment.reduce((sum, customers) => sum + customers, 0);
    return {
      name: row.name,
      note: formats.count(row.customers),
      shares: row.bySegment.map((customers) => (total > 0 ? customers / total : 0)),
    };
  });
  const found = breakdownFinding(rows);
  const foundRow = found === null ? undefined : rows[found.row];

  const option = (drawing: Drawing): EChartsOption =>
    segmentStacks(
      drawn,
      segments,
      drawing,
      (index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return {
          title: row.name,
          rows: [
            ['Customers', formats.count(row.customers)],
            ...segments.map(
              ({ id, name }) =>
                [
                  name,
                  `${formats.count(row.bySegment[id] ?? 0)} (${formats.share(drawn[index]?.shares[id] ?? 0)})`,
                ] as const,
            ),
          ],
        };
      },
      (share) => formats.count(share * 100),
    );

  return {
    id: words.id,
    title:
      found === null || foundRow === undefined
        ? words.title
        : words.sentence(foundRow, found, segmentName(found.segment, context)),
    subtitle: words.subtitle,
    option: rows.length === 0 || count === 0 ? null : option,
    renderer: 'svg',
    height: segmentStacksHeight(rows.length, names),
    table: {
      columns: [
        textColumn('name', words.column),
        numberColumn('customers', 'Customers'),
        ...segments.map(({ id, name }) => numberColumn(`segment${id}`, name)),
      ],
      rows: rows.map((row, index) => ({
        name: cell(row.name),
        customers: cell(row.customers, formats.count(row.customers)),
        ...Object.fromEntries(
          segments.map(({ id }) => [
            `segment${id}`,
            cell(
              row.bySegment[id] ?? 0,
              `${formats.count(row.bySegment[id] ?? 0)} (${formats.share(drawn[index]?.shares[id] ?? 0)})`,
            ),
          ]),
        ),
      })),
    },
  };
}
