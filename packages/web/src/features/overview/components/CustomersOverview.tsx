import { category, customersTiles, etaSquared, featureLabel, featureScatter } from '@clientele/charts';
import type { Dataset } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useOpenCustomer } from '../../../lib/use-open-customer.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import type { OverviewShown } from '../api/use-overview.ts';
import { numbersFigure } from '../hooks/numbers-figure.ts';
import { useFindings } from '../hooks/use-findings.ts';
import { CountriesView } from './CountriesView.tsx';
import classes from './Figures.module.css';
import { Histogram } from './Histogram.tsx';
import { InsightBand } from './InsightBand.tsx';
import { KpiStrip } from './KpiStrip.tsx';

/** So many categories stand beside the scatter, the others below. */
const beside = 2;

export interface CustomersOverviewProps {
  overview: OverviewShown;
  dataset: Dataset;
  query: QueryState;
}

/** The overview of a table of customers: counts, features by number and by category, and any two features as points. */
export function CustomersOverview({ overview, dataset, query }: CustomersOverviewProps) {
  const context = useFigureContext();
  const { text } = context;
  const { segmentation } = useSegmentation();
  const findings = useFindings(overview);
  const isStale = query.isPlaceholderData ?? false;
  const { views } = overview;
  const { points, numbers, categories } = views;
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
  const axes = useMemo(() => ({ ...(x && { x: x.id }), ...(y && { y: y.id }) }), [x, y]);
  const summaries = useMemo(() => numbersFigure(numbers, dataset.features, context), [numbers, dataset, context]);
  const shared = { sources: views, query };
  const categoryViews = categories.map(({ feature }) => <CategoryView key={feature} feature={feature} {...shared} />);
  const options = numeric.map((feature) => ({ value: feature.id, label: featureLabel(feature, context) }));
  const openPoint = useOpenCustomer(points);

  return (
    <>
      <KpiStrip tiles={customersTiles(views, dataset, context)} isStale={isStale} />
      <InsightBand findings={findings} isStale={isStale} />
      <div className={classes.grid} data-pair>
        {x !== undefined && (
          <RegisteredFigure
            definition={featureScatter}
            {...shared}
            choices={axes}
            height={340}
            onMark={openPoint}
            above={
              <div className={classes.axes}>
                <NativeSelect
                  label={text('overview.across')}
                  data={options}
                  value={x?.id}
                  onChange={({ currentTarget }) => setX(currentTarget.value)}
                />
                <NativeSelect
                  label={text('overview.up')}
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
            name={text('numbers.name')}
            query={query}
            cell={(key, row) => {
              const summary = numbers[row];
              return key === 'shape' && summary !== undefined ? (
                <Histogram counts={summary.histogram?.counts ?? []} />
              ) : undefined;
            }}
          />
          {categories.length > 0 && (
            <div className={classes.grid} data-even>
              {categoryViews.slice(0, beside)}
            </div>
          )}
        </div>
        {views.countries.length > 0 && <CountriesView {...shared} />}
      </div>
      {categories.length > beside && (
        <div className={classes.grid} data-even>
          {categoryViews.slice(beside)}
        </div>
      )}
    </>
  );
}

interface CategoryViewProps {
  feature: string;
  sources: OverviewShown['views'];
  query: QueryState;
}

function CategoryView({ feature, ...shared }: CategoryViewProps) {
  const choices = useMemo(() => ({ feature }), [feature]);
  return <RegisteredFigure definition={category} choices={choices} {...shared} />;
}
