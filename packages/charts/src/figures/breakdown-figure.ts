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
  /** Customers in each segment, in segment order; the others are in no segment. */
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

const columnOf = (id: number): string => (id < 0 ? 'none' : `segment${id}`);

/** Share of customers in each segment, a bar for each group; those in none at its end. */
export function breakdownFigure(rows: readonly BreakdownRow[], words: BreakdownWords, context: FigureContext): Figure {
  const { formats, text } = context;
  const count = Math.max(0, ...rows.map(({ bySegment }) => bySegment.length));
  const sum = (counts: readonly number[]) => counts.reduce((total, customers) => total + customers, 0);
  const outside = rows.map(({ customers, bySegment }) => Math.max(0, customers - sum(bySegment)));
  const ids = [...Array(count).keys(), ...(sum(outside) > 0 ? [-1] : [])];
  const segments = ids.map((id) => ({ id, name: segmentName(id, context) }));
  const names = segments.map(({ name }) => name);
  const drawn = rows.map((row, index) => {
    const counts = ids.map((id) => (id < 0 ? outside[index] : row.bySegment[id]) ?? 0);
    const total = sum(counts);
    return {
      name: row.name,
      note: formats.count(row.customers),
      counts,
      shares: counts.map((customers) => (total > 0 ? customers / total : 0)),
    };
  });
  const cellText = (row: number, at: number) =>
    `${formats.count(drawn[row]?.counts[at] ?? 0)} (${formats.share(drawn[row]?.shares[at] ?? 0)})`;
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
            [text('common.customers'), formats.count(row.customers)],
            ...names.map((name, at) => [name, cellText(index, at)] as const),
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
        numberColumn('customers', text('common.customers')),
        ...segments.map(({ id, name }) => numberColumn(columnOf(id), name)),
      ],
      rows: rows.map((row, index) => ({
        name: cell(row.name),
        customers: cell(row.customers, formats.count(row.customers)),
        ...Object.fromEntries(
          ids.map((id, at) => [columnOf(id), cell(drawn[index]?.counts[at] ?? 0, cellText(index, at))]),
        ),
      })),
    },
  };
}
