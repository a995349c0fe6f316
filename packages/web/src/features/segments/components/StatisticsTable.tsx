import type { FeatureInfo, SegmentsView } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { statisticsFigure, statisticsSegments } from '../hooks/statistics-figure.ts';
import classes from './SegmentsFigures.module.css';

export interface StatisticsTableProps {
  view: SegmentsView;
  features: readonly FeatureInfo[];
  query: QueryState;
}

const every = '*';

/** Mean, spread and quartiles of a feature, or of all, for each segment. */
export function StatisticsTable({ view, features, query }: StatisticsTableProps) {
  const context = useFigureContext();
  const [chosen, setChosen] = useState<string>(every);
  const offered = view.statistics[0]?.features ?? [];
  const only = offered.some(({ feature }) => feature === chosen) ? chosen : null;
  const figure = useMemo(() => statisticsFigure(view, features, only, context), [view, features, only, context]);
  const segments = useMemo(() => statisticsSegments(view, only), [view, only]);
  return (
    <FigureView
      figure={figure}
      name="Statistics of the segments"
      query={query}
      className={classes.statistics}
      actions={
        <NativeSelect
          aria-label="Feature of the statistics"
          data={[
            { value: every, label: 'All features' },
            ...offered.map(({ feature, label }) => ({ value: feature, label })),
          ]}
          value={only ?? every}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      }
      cell={(key, row, text) => {
        if (key === 'feature') return <span className={classes.whole}>{text}</span>;
        if (key !== 'segment') return undefined;
        const segment = segments[row] ?? null;
        return (
          <span className={classes.segment}>
            {segment !== null && <SegmentDot segment={segment} size={9} />}
            {segment === null ? <strong>{text}</strong> : text}
          </span>
        );
      }}
    />
  );
}
