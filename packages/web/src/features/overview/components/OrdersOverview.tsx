import {
  countriesFigure,
  featureScatterFigure,
  monthlyCustomersFigure,
  monthlyRevenueFigure,
  returningFigure,
  topCustomersFigure,
} from '@clientele/charts';
import { type Overview, orderFeatures } from '@clientele/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ChartClick } from '../../../components/Chart.tsx';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { kpiTiles } from '../hooks/kpi-tiles.ts';
import { useFindings } from '../hooks/use-findings.ts';
import classes from './Figures.module.css';
import { InsightBand } from './InsightBand.tsx';
import { KpiStrip } from './KpiStrip.tsx';
import { pointOf } from './point-of.ts';

/** The overview of order lines: measures, findings and six figures. */
export function OrdersOverview({ overview, query }: { overview: Overview; query: QueryState }) {
  const context = useFigureContext();
  const { formats, segmentNames } = context;
  const figures = useMemo(() => {
    const { months, kpis, points, countries, topCustomers } = overview;
    const { recency, monetary } = orderFeatures;
    return {
      revenue: monthlyRevenueFigure(months, context),
      returning: returningFigure({ kpis, points }, context),
      countries: countriesFigure(countries, context),
      scatter: featureScatterFigure(
        { points, x: recency, y: monetary, size: orderFeatures.frequency, log: true },
        context,
      ),
      top: topCustomersFigure({ customers: topCustomers, revenue: kpis.revenue }, context),
      active: monthlyCustomersFigure(months, context),
    };
  }, [overview, context]);
  const findings = useFindings(overview);
  const navigate = useNavigate();
  const openPoint = useCallback(
    (click: ChartClick) => {
      const customer = pointOf(click, overview.points);
      if (customer === null) return;
      void navigate({ to: '/customers', search: (previous: Search) => readSearch({ ...previous, customer }) });
    },
    [navigate, overview],
  );
  const isStale = query.isPlaceholderData ?? false;
  const hasCountries = overview.countries.length > 0;
  // Figures of one row end at one line.
  const rowHeight = Math.max(
    figures.revenue.height,
    figures.returning.height,
    hasCountries ? figures.countries.height : 0,
  );

  return (
    <>
      <KpiStrip tiles={kpiTiles(overview, formats)} isStale={isStale} />
      <InsightBand findings={findings} isStale={isStale} />
      <div className={classes.grid}>
        <FigureView figure={figures.revenue} name="Monthly revenue" query={query} height={rowHeight} />
        <FigureView figure={figures.returning} name="Returning and one-time customers" query={query} />
        {hasCountries ? (
          <FigureView figure={figures.countries} name="Countries" query={query} />
        ) : (
          <FigureView figure={figures.active} name="Monthly active customers" query={query} height={rowHeight} />
        )}
        <FigureView
          figure={figures.scatter}
          name="Customers by recency and revenue"
          query={query}
          onMark={openPoint}
          className={hasCountries ? undefined : classes.wide}
        />
        <FigureView
          figure={figures.top}
          name="Top customers"
          query={query}
          density={22}
          hiddenColumns={['segment']}
          cell={(key, row, text) => {
            const customer = overview.topCustomers[row];
            if (key !== 'customer' || customer === undefined) return undefined;
            return (
              <Link
                to="/customers"
                search={(previous: Search) => readSearch({ ...previous, customer: customer.id })}
                className={classes.customer}
                title={customer.segment === null ? undefined : segmentNames[customer.segment]}
              >
                {customer.segment !== null && <SegmentDot segment={customer.segment} size={8} />}
                {text}
              </Link>
            );
          }}
        />
        {hasCountries && (
          <FigureView
            figure={figures.active}
            name="Monthly active customers"
            query={query}
            height={figures.scatter.height}
          />
        )}
      </div>
    </>
  );
}
