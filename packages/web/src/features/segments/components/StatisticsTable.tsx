import { featureLabel } from '@clientele/charts';
import type { FeatureInfo, SegmentStatistics } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { StabilityMark } from '../../../components/StabilityMark.tsx';
import { useDoubt } from '../../../lib/use-doubt.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { statisticsFigure, statisticsSegments } from '../hooks/statistics-figure.ts';
import classes from './SegmentsFigures.module.css';

export interface StatisticsTableProps {
  statistics: readonly SegmentStatistics[];
  features: readonly FeatureInfo[];
  query: QueryState;
}

const every = '*';

/** Mean, spread and quartiles of a feature, or of all, for each segment. */
export function StatisticsTable({ statistics, features, query }: StatisticsTableProps) {
  const context = useFigureContext();
  const { text } = context;
  const doubtOf = useDoubt();
  const [chosen, setChosen] = useState<string>(every);
  const offered = statistics[0]?.features ?? [];
  const only = offered.some(({ feature }) => feature === chosen) ? chosen : null;
  const figure = useMemo(
    () => statisticsFigure(statistics, features, only, context),
    [statistics, features, only, context],
  );
  const segments = useMemo(() => statisticsSegments(statistics, only), [statistics, only]);
  return (
    <FigureView
      figure={figure}
      name={text('segment-statistics.name')}
      query={query}
      className={classes.statistics}
      actions={
        <NativeSelect
          aria-label={text('segment-statistics.choose')}
          data={[
            { value: every, label: text('segment-statistics.every') },
            ...offered.map(({ feature, label }) => ({
              value: feature,
              label: featureLabel({ id: feature, label }, context),
            })),
          ]}
          value={only ?? every}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      }
      cell={(key, row, written) => {
        if (key === 'feature') return <span className={classes.whole}>{written}</span>;
        if (key !== 'segment') return undefined;
        const segment = segments[row] ?? null;
        return (
          <span className={classes.segment}>
            {segment !== null && <SegmentDot segment={segment} size={9} />}
            {segment === null ? <strong>{written}</strong> : written}
            <StabilityMark doubt={doubtOf(segment)} size={13} />
          </span>
        );
      }}
    />
  );
}
