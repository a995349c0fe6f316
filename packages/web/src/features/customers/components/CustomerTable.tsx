import type { CustomerRow, Dataset } from '@clientele/contracts';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { narrow } from '../../../lib/narrow.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useStale } from '../../../lib/use-stale.ts';
import { useText } from '../../../lib/use-text.ts';
import { listColumns } from '../hooks/list-columns.ts';
import type { ListState } from '../hooks/use-list-state.ts';
import classes from './CustomerTable.module.css';
import { SortHead } from './SortHead.tsx';

export interface CustomerTableProps {
  dataset: Dataset;
  rows: readonly CustomerRow[];
  total: number;
  state: ListState;
  /** Ids of the features shown. */
  shown: readonly string[];
  isStale: boolean;
  onSort: (sort: string, isDescending: boolean) => void;
  /** The last rows that are there are in sight. */
  onEnd: () => void;
}

const rowHeight = 32;
const fetchAhead = 20;

/** The list; only the rows in sight are drawn, and more are fetched at its end. */
export function CustomerTable({ dataset, rows, total, state, shown, isStale, onSort, onEnd }: CustomerTableProps) {
  const formats = useFormats();
  const text = useText();
  const { names } = useSegmentation();
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? -1;
  const isAtEnd = last >= rows.length - fetchAhead && rows.length < total;
  useEffect(() => {
    if (isAtEnd) onEnd();
  }, [isAtEnd, onEnd]);
  const columns = listColumns({ dataset, segmentNames: names, sort: state.sort, shown, isNarrow, formats, text });
  const sortProps = { sort: state.sort, isDescending: state.isDescending, onSort };
  const gap = (height: number) =>
    height > 0 && (
      <tr>
        <td colSpan={columns.length + 1} style={{ height, padding: 0, border: 0 }} />
      </tr>
    );
  const stale = useStale(isStale);
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      aria-label={text('customers.list')}
      {...stale}
      {...{ tabIndex: 0 }}
    >
      <table className={classes.table} aria-label={text('common.customers')} aria-rowcount={total + 1}>
        <thead>
          <tr>
            <SortHead {...sortProps} column="id" label={text('common.customer')} isNumeric={false} />
            {columns.map(({ id, label, isNumeric }) => (
              <SortHead key={id} {...sortProps} column={id} label={label} isNumeric={isNumeric} />
            ))}
          </tr>
        </thead>
        <tbody>
          {gap(inSight[0]?.start ?? 0)}
          {inSight.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr key={row.id} aria-rowindex={index + 2}>
                <th scope="row">
                  <Link to="/customers/$customerId" params={{ customerId: row.id }} search className={classes.link}>
                    {names.length > 0 && <SegmentDot segment={row.segment ?? -1} size={9} />}
                    {row.id}
                  </Link>
                </th>
                {columns.map(({ id, isNumeric, textOf }) => (
                  <td key={id} data-numeric={isNumeric || undefined} title={isNumeric ? undefined : textOf(row)}>
                    {textOf(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {gap(virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0))}
        </tbody>
      </table>
    </section>
  );
}
