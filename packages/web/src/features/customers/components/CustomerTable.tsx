import { type Formats, featureText } from '@clientele/charts';
import type { CustomerRow, Dataset, FeatureInfo } from '@clientele/contracts';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { useFormats } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import type { ListState } from '../hooks/use-list-state.ts';
import classes from './CustomerTable.module.css';
import { SortHead } from './SortHead.tsx';

export interface CustomerTableProps {
  dataset: Dataset;
  rows: readonly CustomerRow[];
  total: number;
  state: ListState;
  isStale: boolean;
  onSort: (sort: string, isDescending: boolean) => void;
  /** The last rows that are there are in sight. */
  onEnd: () => void;
}

const rowHeight = 32;

function textOf(value: CustomerRow['features'][string], { unit }: FeatureInfo, formats: Formats): string {
  if (typeof value === 'string') return value;
  return unit === 'days' ? formats.number(value ?? null) : featureText(value ?? null, unit, formats);
}

/** The list; only the rows in sight are drawn, and more are fetched at its end. */
export function CustomerTable({ dataset, rows, total, state, isStale, onSort, onEnd }: CustomerTableProps) {
  const formats = useFormats();
  const { names } = useSegmentation();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? -1;
  const isAtEnd = last >= rows.length - 20 && rows.length < total;
  useEffect(() => {
    if (isAtEnd) onEnd();
  }, [isAtEnd, onEnd]);
  const before = inSight[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  const hasCountry = dataset.countries.length > 0;
  const features = dataset.features.filter(({ suggested, id }) => suggested || id === state.sort);
  const columns = 1 + Number(names.length > 0) + Number(hasCountry) + features.length;
  const sortProps = { sort: state.sort, isDescending: state.isDescending, onSort };
  const gap = (height: number) =>
    height > 0 && (
      <tr>
        <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
      </tr>
    );
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      aria-label="Customers, list"
      {...{ tabIndex: 0 }}
      data-stale={isStale || undefined}
    >
      <table className={classes.table} aria-label="Customers" aria-rowcount={total + 1}>
        <thead>
          <tr>
            <SortHead {...sortProps} column="id" label="Customer" isNumeric={false} />
            {names.length > 0 && <SortHead {...sortProps} column="segment" label="Segment" isNumeric={false} />}
            {hasCountry && <SortHead {...sortProps} column="country" label="Country" isNumeric={false} />}
            {features.map(({ id, label, unit }) => (
              <SortHead key={id} {...sortProps} column={id} label={label} isNumeric={unit !== 'category'} />
            ))}
          </tr>
        </thead>
        <tbody>
          {gap(before)}
          {inSight.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr key={row.id} aria-rowindex={index + 2}>
                <th scope="row">
                  <Link to="/customers/$customerId" params={{ customerId: row.id }} search className={classes.link}>
                    {row.segment !== null && <SegmentDot segment={row.segment} size={9} />}
                    {row.id}
                  </Link>
                </th>
                {names.length > 0 && <td>{row.segment === null ? '–' : names[row.segment]}</td>}
                {hasCountry && <td>{row.country ?? '–'}</td>}
                {features.map((feature) => (
                  <td key={feature.id} data-numeric={feature.unit !== 'category' || undefined}>
                    {textOf(row.features[feature.id] ?? null, feature, formats)}
                  </td>
                ))}
              </tr>
            );
          })}
          {gap(after)}
        </tbody>
      </table>
    </section>
  );
}
