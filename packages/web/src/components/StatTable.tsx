import { lazy, Suspense, useRef } from 'react';
import { Block } from './Block.tsx';
import { PlainTable, type StatTableProps } from './PlainTable.tsx';

export type { StatTableProps } from './PlainTable.tsx';

const LongTable = lazy(async () => ({ default: (await import('./LongTable.tsx')).LongTable }));

const longFrom = 200;

/** A table parted by hairlines; the first column names the row. Of a long one only the rows in sight are drawn. */
export function StatTable(props: StatTableProps) {
  const { table, maxHeight = 480 } = props;
  const scroll = useRef<HTMLDivElement>(null);
  if (table.rows.length > longFrom)
    return (
      <Suspense fallback={<Block height={maxHeight} />}>
        <LongTable {...props} maxHeight={maxHeight} />
      </Suspense>
    );
  const inSight = { rows: table.rows.map((_, index) => index), before: 0, after: 0 };
  return <PlainTable {...props} inSight={inSight} scroll={scroll} />;
}
