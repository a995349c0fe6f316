import { type FigureContext, projectionFigure, scatter3dFigure } from '@clientele/charts';
import type { Dataset, Points, Segmentation } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FigureView } from '../../../components/FigureView.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useProjection } from '../api/use-result.ts';
import { type Axes, axisFeatures, spaceAxes, withAxis } from '../hooks/space-axes.ts';
import { useUmap } from '../hooks/use-umap.ts';
import classes from './ResultPanel.module.css';
import { UmapView } from './UmapView.tsx';

const axisNames = ['Across', 'Deep', 'Up'] as const;
const none: readonly string[] = [];

function spaceFigure(points: Points, axes: Axes, context: FigureContext) {
  const isThere = axes.every(({ id }) => points.features[id] !== undefined);
  return isThere ? scatter3dFigure({ points, features: axes }, context) : null;
}

type View = 'pca' | 'umap' | 'space';

export interface ScatterPanelProps {
  segmentation: Segmentation;
  dataset: Dataset;
  context: FigureContext;
}

/** Customers as points: on two principal components, on a map by likeness, or in any three numeric features, also those outside the recipe. */
export function ScatterPanel({ segmentation, dataset, context }: ScatterPanelProps) {
  const [view, setView] = useState<View>('pca');
  const umap = useUmap(segmentation.id);
  const [picked, setPicked] = useState({ now: none, before: none });
  const recipe = segmentation.document.recipe.features;
  const offered = useMemo(() => axisFeatures(dataset.features), [dataset]);
  const axes = useMemo(() => spaceAxes(offered, recipe, picked.now), [offered, recipe, picked]);
  const isSpace = view === 'space' && axes !== null;
  // The points come with the recipe's features; others are asked for once they are on an axis.
  const asked = useMemo(
    () => (isSpace && axes.some(({ id }) => !recipe.includes(id)) ? axes.map(({ id }) => id).sort() : none),
    [isSpace, axes, recipe],
  );
  const query = useProjection(segmentation.id, asked);
  const { data: projection } = query;
  const figure = useMemo(() => {
    if (projection === undefined) return null;
    if (!isSpace) return projectionFigure(projection, context);
    const before = spaceAxes(offered, recipe, picked.before);
    return (
      spaceFigure(projection.points, axes, context) ??
      (before === null ? null : spaceFigure(projection.points, before, context)) ??
      projectionFigure(projection, context)
    );
  }, [projection, isSpace, axes, offered, recipe, picked, context]);
  const show = (next: View) => {
    setView(next);
    if (next === 'umap' && umap.projection === null && !umap.job.isRunning) void umap.start();
  };
  const actions = (
    <div title={axes === null ? 'Three numeric features are needed for 3-D' : undefined}>
      <Segmented
        label="Points in"
        value={view === 'space' && axes === null ? 'pca' : view}
        options={[
          { value: 'pca', label: 'PCA' },
          { value: 'umap', label: 'UMAP' },
          { value: 'space', label: '3-D', isDisabled: axes === null },
        ]}
        onChange={show}
      />
    </div>
  );
  if (view === 'umap') return <UmapView umap={umap} context={context} actions={actions} />;
  return (
    <FigureView
      figure={figure}
      name="Customers as points"
      query={query}
      actions={actions}
      above={
        isSpace && (
          <div className={classes.axes}>
            {axisNames.map((name, index) => (
              <NativeSelect
                key={name}
                label={name}
                data={offered.map(({ id, label }) => ({ value: id, label }))}
                value={axes[index]?.id}
                onChange={({ currentTarget }) =>
                  setPicked({ now: withAxis(axes, index, currentTarget.value), before: axes.map(({ id }) => id) })
                }
              />
            ))}
          </div>
        )
      }
    />
  );
}
