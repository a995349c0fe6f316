import { type FigureContext, type FigureTable, featureLabel, featureText } from '@clientele/charts';
import type { Dataset, Selection, SelectionRequest } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Block } from '../../../components/Block.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { StatTable } from '../../../components/StatTable.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useSelection, useSelectionFile } from '../api/use-selection.ts';
import classes from './Lasso.module.css';

export interface SelectionPanelProps {
  segmentationId: string;
  request: SelectionRequest;
  dataset: Pick<Dataset, 'features'>;
  /** Customers of the segmentation. */
  customers: number;
  context: FigureContext;
  onClear: () => void;
}

const height = 220;

/** Who stands inside the lasso: how many, of which segments, what sets them apart, and the first of them by name. */
export function SelectionPanel(props: SelectionPanelProps) {
  const { segmentationId, request, dataset, customers, context, onClear } = props;
  const { formats, text } = context;
  const { data: found, error, refetch } = useSelection(segmentationId, request);
  const file = useSelectionFile(segmentationId, request);
  const isEmpty = found?.customers === 0;
  const share = found === undefined ? '' : formats.share(found.customers / Math.max(1, customers));
  return (
    <div className={classes.selection} data-selection>
      <FigureFrame
        title={
          <span role="status">
            {found === undefined
              ? text('lasso.titlePlain')
              : text('lasso.title', { n: found.customers, customers: formats.count(found.customers) })}
          </span>
        }
        subtitle={
          found === undefined
            ? error === null && text('common.loading')
            : found.revenue === null
              ? text('lasso.subtitle', { share })
              : text('lasso.subtitleRevenue', { share, revenue: formats.moneyShort(found.revenue) })
        }
        actions={
          <>
            {found !== undefined && !isEmpty && (
              <Button
                className="compact"
                leftSection={<IconFileTypeCsv size={16} stroke={1.7} aria-hidden="true" />}
                loading={file.isPending}
                onClick={() => file.mutate()}
              >
                {text('lasso.csv')}
              </Button>
            )}
            <Button className="compact" onClick={onClear}>
              {text('lasso.clear')}
            </Button>
          </>
        }
      >
        {file.error !== null && <ErrorBlock error={file.error} onRetry={() => file.mutate()} />}
        {error !== null ? (
          <ErrorBlock error={error} onRetry={() => void refetch()} />
        ) : found === undefined ? (
          <Block height={height} />
        ) : isEmpty ? (
          <EmptyState>{text('lasso.nobody')}</EmptyState>
        ) : (
          <div className={classes.parts}>
            <SegmentParts selection={found} context={context} />
            <Medians selection={found} dataset={dataset} context={context} />
            <FirstCustomers selection={found} context={context} />
          </div>
        )}
      </FigureFrame>
    </div>
  );
}

interface PartProps {
  selection: Selection;
  context: FigureContext;
}

const nameOf = (segment: number, { segmentNames, text }: FigureContext): string =>
  segment < 0 ? text('common.noSegment') : (segmentNames[segment] ?? '');

function SegmentParts({ selection, context }: PartProps) {
  const { formats, text } = context;
  const parts = selection.bySegment.filter(({ customers }) => customers > 0);
  const most = Math.max(1, ...parts.map((part) => part.customers));
  return (
    <section>
      <h3>{text('lasso.bySegment')}</h3>
      <ul className={classes.segments}>
        {parts.map(({ id, customers }) => (
          <li key={id}>
            <SegmentDot segment={id} />
            <span>{nameOf(id, context)}</span>
            <div className={classes.track}>
              <div style={{ width: `${(customers / most) * 100}%` }} />
            </div>
            <span className={classes.number}>{formats.count(customers)}</span>
            <span className={classes.share}>{formats.share(customers / selection.customers)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Medians({ selection, dataset, context }: PartProps & Pick<SelectionPanelProps, 'dataset'>) {
  const { formats, text } = context;
  const table: FigureTable = {
    columns: [
      { key: 'feature', label: text('common.feature'), align: 'left' },
      { key: 'own', label: text('lasso.selected'), align: 'right' },
      { key: 'all', label: text('common.all'), align: 'right' },
    ],
    rows: selection.medians.map(({ feature, label, own, all }) => {
      const unit = dataset.features.find(({ id }) => id === feature)?.unit ?? 'number';
      const written = (value: number | null) => ({ value, text: featureText(value, unit, formats) });
      const name = featureLabel({ id: feature, label }, context);
      return { feature: { value: name, text: name }, own: written(own), all: written(all) };
    }),
  };
  return (
    <section>
      <h3>{text('lasso.medians')}</h3>
      <StatTable table={table} label={text('lasso.medians')} />
    </section>
  );
}

function FirstCustomers({ selection, context }: PartProps) {
  const { formats, text } = context;
  const { first, customers, revenue } = selection;
  const hasRevenue = revenue !== null;
  const counts = { shown: formats.count(first.length), all: formats.count(customers) };
  const title =
    first.length === customers
      ? text('lasso.first', { n: customers })
      : text(hasRevenue ? 'lasso.firstOf' : 'lasso.firstOfPlain', counts);
  const table: FigureTable = {
    columns: [
      { key: 'customer', label: text('common.customer'), align: 'left' },
      ...(hasRevenue ? [{ key: 'revenue', label: text('common.revenue'), align: 'right' as const }] : []),
    ],
    rows: first.map(({ id, revenue: amount }) => ({
      customer: { value: id, text: id },
      revenue: { value: amount, text: formats.money(amount) },
    })),
  };
  return (
    <section>
      <h3>{title}</h3>
      <StatTable
        table={table}
        label={title}
        maxHeight={248}
        cell={(key, row, id) => {
          const customer = first[row];
          if (key !== 'customer' || customer === undefined) return undefined;
          return (
            <Link
              to="/customers"
              search={(previous: Search) => readSearch({ ...previous, customer: customer.id })}
              className={classes.customer}
              title={nameOf(customer.segment, context)}
            >
              <SegmentDot segment={customer.segment} size={8} />
              {id}
            </Link>
          );
        }}
      />
    </section>
  );
}
