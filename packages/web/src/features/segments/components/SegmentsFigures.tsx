import { categoryBreakdownFigure, countryBreakdownFigure, profileHeatmapFigure } from '@clientele/charts';
import type { FeatureInfo, SegmentsView } from '@clientele/contracts';
import { useMemo } from 'react';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { useFigureContext } from '../../../lib/use-formats.ts';
import classes from './SegmentsFigures.module.css';
import { StatisticsTable } from './StatisticsTable.tsx';

export interface SegmentsFiguresProps {
  view: SegmentsView;
  features: readonly FeatureInfo[];
  query: QueryState;
}

/** Profile, breakdowns and statistics of the segments. */
export function SegmentsFigures({ view, features, query }: SegmentsFiguresProps) {
  const context = useFigureContext();
  const profile = useMemo(
    () => profileHeatmapFigure({ statistics: view.statistics, features }, context),
    [view, features, context],
  );
  const countries = useMemo(
    () => (view.countries.length === 0 ? null : countryBreakdownFigure(view.countries, context)),
    [view, context],
  );
  const categories = useMemo(
    () =>
      view.categories.map((category) =>
        categoryBreakdownFigure(
          { category, label: features.find(({ id }) => id === category.feature)?.label ?? category.feature },
          context,
        ),
      ),
    [view, features, context],
  );
  const hasProfile = view.statistics.some((entry) => entry.features.length > 0);
  const breakdowns = [...(countries === null ? [] : [countries]), ...categories];
  return (
    <>
      <div className={classes.grid} data-alone={breakdowns.length === 0 || undefined}>
        {hasProfile && <FigureView figure={profile} name="Profile of the segments" query={query} />}
        {breakdowns.length > 0 && (
          <div className={classes.breakdowns}>
            {breakdowns.map((figure) => (
              <FigureView key={figure.id} figure={figure} name={figure.title} query={query} />
            ))}
          </div>
        )}
      </div>
      {hasProfile && <StatisticsTable view={view} features={features} query={query} />}
    </>
  );
}
