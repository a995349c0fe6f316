import {
  cohortRetention,
  countryMonths,
  kpiTiles,
  monthlyCustomers,
  monthlyRevenue,
  newRevenue,
  returning,
  rfmScatter,
  topCustomers,
  weekHours,
} from '@clientele/charts';
import { Link } from '@tanstack/react-router';
import type { QueryState } from '../../../components/FigureView.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useOpenCustomer } from '../../../lib/use-open-customer.ts';
import { useViews } from '../../../lib/use-views.ts';
import type { OverviewShown } from '../api/use-overview.ts';
import { useFindings } from '../hooks/use-findings.ts';
import { CountriesView } from './CountriesView.tsx';
import classes from './Figures.module.css';
import { InsightBand } from './InsightBand.tsx';
import { KpiStrip } from './KpiStrip.tsx';
import { MonthExplained } from './MonthExplained.tsx';

export interface OrdersOverviewProps {
  overview: OverviewShown;
  query: QueryState;
  /** How many top customers are listed. */
  top: number;
  onTop: (top: number) => void;
}

const slower = ['cohorts', 'series'] as const;
const monthly = { grain: 'month', measure: 'revenue', rule: 'seasonal' } as const;
const tops = [10, 25, 50].map((top) => ({ value: String(top), label: String(top) }));

/** The overview of order lines: measures, findings and figures. */
export function OrdersOverview({ overview, query, top, onTop }: OrdersOverviewProps) {
  const context = useFigureContext();
  const { text, segmentNames } = context;
  const { views } = overview;
  const findings = useFindings(overview);
  const openPoint = useOpenCustomer(views.points);
  const isStale = query.isPlaceholderData ?? false;
  // Slower than the rest, which need not wait for it.
  const later = useViews(slower, { ...monthly, isEnabled: query.isPlaceholderData !== true });
  const shared = { sources: views, query };
  return (
    <>
      <KpiStrip tiles={kpiTiles(views, context)} isStale={isStale} />
      <InsightBand findings={findings} isStale={isStale} />
      <div className={classes.grid}>
        <RegisteredFigure
          definition={monthlyRevenue}
          {...shared}
          height={280}
          below={<MonthExplained series={later.data?.views.series} />}
        />
        <RegisteredFigure definition={returning} {...shared} />
        <CountriesView {...shared} />
        <RegisteredFigure definition={rfmScatter} {...shared} height={290} onMark={openPoint} />
        <RegisteredFigure
          definition={topCustomers}
          {...shared}
          density={22}
          hiddenColumns={['segment']}
          actions={
            <Segmented
              label={text('common.howMany')}
              value={String(top)}
              options={tops}
              onChange={(chosen) => onTop(Number(chosen))}
            />
          }
          cell={(key, row, name) => {
            const customer = views.topCustomers[row];
            if (key !== 'customer' || customer === undefined) return undefined;
            return (
              <Link
                to="/customers"
                search={(previous: Search) => readSearch({ ...previous, customer: customer.id })}
                className={classes.customer}
                title={customer.segment === null ? undefined : segmentNames[customer.segment]}
              >
                {customer.segment !== null && <SegmentDot segment={customer.segment} size={8} />}
                {name}
              </Link>
            );
          }}
        />
        <RegisteredFigure definition={countryMonths} {...shared} />
        <RegisteredFigure definition={newRevenue} {...shared} />
        <RegisteredFigure definition={monthlyCustomers} {...shared} />
        <RegisteredFigure definition={weekHours} {...shared} />
        <RegisteredFigure
          definition={cohortRetention}
          sources={later.data?.views}
          query={later}
          className={classes.whole}
        />
      </div>
    </>
  );
}
