import { type FeatureLabel, type FigureContext, projectionFigure, scatter3dFigure } from '@clientele/charts';
import type { Dataset, Segmentation } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FigureView } from '../../../components/FigureView.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useProjection } from '../api/use-result.ts';
import classes from './ResultPanel.module.css';

const axisNames = ['Across', 'Deep', 'Up'] as const;

export interface ScatterPanelProps {
  segmentation: Segmentation;
  dataset: Dataset;
  context: FigureContext;
}

/** Customers as points: on two principal components, or in any three features. */
export function ScatterPanel({ segmentation, dataset, context }: ScatterPanelProps) {
  const query = useProjection(segmentation.id);
  const { data: projection } = query;
  const [view, setView] = useState<'pca' | 'space'>('pca');
  const [axes, setAxes] = useState<readonly (string | undefined)[]>([]);
  const offered = useMemo(
    () =>
      projection === undefined
        ? []
        : dataset.features.filter(
            ({ id, unit }) => unit !== 'category' && projection.points.features[id] !== undefined,
          ),
    [dataset, projection],
  );
  const chosen = axisNames.map((_, index) => offered.find(({ id }) => id === axes[index]) ?? offered[index]);
  const [across, deep, up] = chosen;
  const canTurn = offered.length >= 3;
  const isSpace = view === 'space' && canTurn;
  const figure = useMemo(() => {
    if (projection === undefined) return null;
    if (!isSpace || across === undefined || deep === undefined || up === undefined)
      return projectionFigure(projection, context);
    const features: [FeatureLabel, FeatureLabel, FeatureLabel] = [across, deep, up];
    return scatter3dFigure({ points: projection.points, features }, context);
  }, [projection, isSpace, across, deep, up, context]);
  return (
    <FigureView
      key={isSpace ? 'space' : 'pca'}
      figure={figure}
      name="Customers as points"
      query={query}
      actions={
        <div title={canTurn || projection === undefined ? undefined : 'Three numeric features are needed for 3-D'}>
          <Segmented
            label="Points in"
            value={isSpace ? 'space' : 'pca'}
            options={[
              { value: 'pca', label: 'PCA' },
              { value: 'space', label: '3-D', isDisabled: !canTurn },
            ]}
            onChange={setView}
          />
        </div>
      }
      above={
        isSpace && (
          <div className={classes.axes}>
            {axisNames.map((name, index) => (
              <NativeSelect
                key={name}
                label={name}
                data={offered.map(({ id, label }) => ({ value: id, label }))}
                value={chosen[index]?.id}
                onChange={({ currentTarget }) =>
                  setAxes(axisNames.map((_, at) => (at === index ? currentTarget.value : chosen[at]?.id)))
                }
              />
            ))}
          </div>
        )
      }
    />
  );
}
