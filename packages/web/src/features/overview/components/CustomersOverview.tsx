import { categoryFigure, countriesFigure, etaSquared, featureScatterFigure } from '@clientele/charts';
import type { Dataset, Overview } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ChartClick } from '../../../components/Chart.tsx';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { customersTiles } from '../hooks/customers-tiles.ts';
import { numbersFigure } from '../hooks/numbers-figure.ts';
import { useFindings } from '../hooks/use-findings.ts';
import classes from './Figures.module.css';
import { Histogram } from './Histogram.tsx';
import { InsightBand } from './InsightBand.tsx';
import { KpiStrip } from './KpiStrip.tsx';
import { pointOf } from './point-of.ts';

/** So many categories stand beside the scatter, the others below. */
const beside = 2;

export interface CustomersOverviewProps {
  overview: Overview;
  dataset: Dataset;
  query: QueryState;
}

/** The overview of a table of customers: counts, features by number and by category, and any two features as points. */
export function CustomersOverview({ overview, dataset, query }: CustomersOverviewProps) {
  const context = useFigureContext();
  const { segmentation } = useSegmentation();
  const findings = useFindings(overview);
  const isStale = query.isPlaceholderData ?? false;
  const navigate = useNavigate();
  const { points, numbers, categories, countries } = overview;
  const numeric = useMemo(
    () => dataset.features.filter(({ id, unit }) => unit !== 'category' && points.features[id] !== undefined),
    [dataset, points],
  );
  // The pair that separates the segments most is shown first.
  const used = useMemo(() => {
    const separation = (id: string) => etaSquared(points.features[id] ?? [], points.segments) ?? 0;
    return numeric
      .filter(({ id }) => segmentation?.features.includes(id))
      .map((feature) => ({ ...feature, separation: separation(feature.id) }))
      .sort((one, other) => other.separation - one.separation);
  }, [numeric, segmentation, points]);
  const [chosenX, setX] = useState<string | null>(null);
  const [chosenY, setY] = useState<string | null>(null);
  const byId = (id: string | null) => numeric.find((feature) => feature.id === id);
  const x = byId(chosenX) ?? used[0] ?? numeric[0];
  const y = byId(chosenY) ?? used.find(({ id }) => id !== x?.id) ?? numeric.find(({ id }) => id !== x?.id) ?? x;
  const scatter = useMemo(
    () => (x === undefined || y === undefined ? null : featureScatterFigure({ points, x, y }, context)),
    [points, x, y, context],
  );
  const summaries = useMemo(() => numbersFigure(numbers, dataset.features, context), [numbers, dataset, context]);
  const categoryFigures = useMemo(
    () =>
      categories.map((category) => {
        const label = dataset.features.find(({ id }) => id === category.feature)?.label ?? category.feature;
        return categoryFigure({ category, label }, context);
      }),
    [categories, dataset, context],
  );
  const categoryViews = categoryFigures.map((figure) => (
    <FigureView key={figure.id} figure={figure} name="Customers by category" query={query} />
  ));
  const options = numeric.map(({ id, label }) => ({ value: id, label }));
  const openPoint = (click: ChartClick) => {
    const customer = pointOf(click, points);
    if (customer === null) return;
    void navigate({ to: '/customers', search: (previous: Search) => readSearch({ ...previous, customer }) });
  };

  return (
    <>
      <KpiStrip tiles={customersTiles(overview, dataset, context)} isStale={isStale} />
      <InsightBand findings={findings} isStale={isStale} />
      <div className={classes.grid} data-pair>
        {scatter !== null && (
          <FigureView
            figure={scatter}
            name="Customers by two features"
            query={query}
            height={340}
            onMark={openPoint}
            above={
              <div className={classes.axes}>
                <NativeSelect
                  label="Across"
                  data={options}
                  value={x?.id}
                  onChange={({ currentTarget }) => setX(currentTarget.value)}
                />
                <NativeSelect
                  label="Up"
                  data={options}
                  value={y?.id}
                  onChange={({ currentTarget }) => setY(currentTarget.value)}
                />
              </div>
            }
          />
        )}
        <div className={classes.stack}>
          <FigureView
            figure={summaries}
            name="Features"
            query={query}
            cell={(key, row) => {
              const summary = numbers[row];
              return key === 'shape' && summary !== undefined ? <Histogram counts={summary.histogram} /> : undefined;
            }}
          />
          {categories.length > 0 && (
            <div className={classes.grid} data-even>
              {categoryViews.slice(0, beside)}
            </div>
          )}
        </div>
        {countries.length > 0 && (
          <FigureView figure={countriesFigure(countries, context)} name="Countries" query={query} />
        )}
      </div>
      {categories.length > beside && (
        <div className={classes.grid} data-even>
          {categoryViews.slice(beside)}
        </div>
      )}
    </>
  );
}
