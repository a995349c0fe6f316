import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { PlainTable, type StatTableProps } from './PlainTable.tsx';

/** A table of many rows: only those in sight are drawn. */
export function LongTable(props: StatTableProps & { maxHeight: number }) {
  const { table, density = 26 } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => density,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const inSight = {
    rows: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
  };
  return <PlainTable {...props} inSight={inSight} scroll={scroll} />;
}
