import {
  categoryBreakdown,
  countryBreakdown,
  parallelCoordinates,
  profile,
  segmentBaskets,
  segmentSizeRevenue,
} from '@clientele/charts';
import type { Evidence, FeatureInfo, Segmentation } from '@clientele/contracts';
import { useMemo } from 'react';
import type { QueryState } from '../../../components/FigureView.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import type { SegmentsShown } from '../api/use-segments-view.ts';
import { SegmentDetail } from './SegmentDetail.tsx';
import classes from './SegmentsFigures.module.css';
import { StatisticsTable } from './StatisticsTable.tsx';

export interface SegmentsFiguresProps {
  views: SegmentsShown['views'];
  features: readonly FeatureInfo[];
  segmentation: Segmentation;
  query: QueryState;
  /** Null while it is gathered. */
  evidence: Evidence | null;
}

/** Profile, breakdowns and statistics of the segments. */
export function SegmentsFigures({ views, features, segmentation, query, evidence }: SegmentsFiguresProps) {
  const shared = { sources: views, query };
  const { segmentStatistics, segmentCountries, segmentCategories } = views;
  const hasProfile = segmentStatistics.some((entry) => entry.features.length > 0);
  const hasBreakdowns = segmentCountries.length + segmentCategories.length > 0;
  return (
    <>
      <div className={classes.grid} data-alone={!hasBreakdowns || undefined}>
        <div className={classes.stack}>
          <RegisteredFigure definition={profile} {...shared} />
          <div className={classes.pair}>
            <RegisteredFigure definition={segmentSizeRevenue} {...shared} />
            <RegisteredFigure definition={segmentBaskets} {...shared} />
          </div>
          <RegisteredFigure definition={parallelCoordinates} {...shared} />
        </div>
        {hasBreakdowns && (
          <div className={classes.breakdowns}>
            <RegisteredFigure definition={countryBreakdown} {...shared} />
            {segmentCategories.map(({ feature }) => (
              <CategoryBreakdown key={feature} feature={feature} {...shared} />
            ))}
          </div>
        )}
      </div>
      <SegmentDetail views={views} segmentation={segmentation} query={query} evidence={evidence} />
      {hasProfile && <StatisticsTable statistics={segmentStatistics} features={features} query={query} />}
    </>
  );
}

interface CategoryBreakdownProps {
  feature: string;
  sources: SegmentsShown['views'];
  query: QueryState;
}

function CategoryBreakdown({ feature, ...shared }: CategoryBreakdownProps) {
  const choices = useMemo(() => ({ feature }), [feature]);
  return <RegisteredFigure definition={categoryBreakdown} choices={choices} {...shared} />;
}
