import { type FigureContext, featureLabel, projection as projectionDefinition, scatter3d } from '@clientele/charts';
import type { Dataset, Segmentation, SelectionRequest } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useOpenCustomer } from '../../../lib/use-open-customer.ts';
import { useText } from '../../../lib/use-text.ts';
import { useProjection } from '../api/use-result.ts';
import { boxAround } from '../hooks/lasso-shapes.ts';
import { axisFeatures, spaceAxes, withAxis } from '../hooks/space-axes.ts';
import { useLasso } from '../hooks/use-lasso.ts';
import { useUmap } from '../hooks/use-umap.ts';
import { LassoBar } from './LassoBar.tsx';
import { LassoButton } from './LassoButton.tsx';
import { LassoLayer } from './LassoLayer.tsx';
import classes from './ResultPanel.module.css';
import { SelectionPanel } from './SelectionPanel.tsx';
import { UmapView } from './UmapView.tsx';

const axisNames = ['lab.points.across', 'lab.points.deep', 'lab.points.up'] as const;
const none: readonly string[] = [];

type View = 'pca' | 'umap' | 'space';

export interface ScatterPanelProps {
  segmentation: Segmentation;
  dataset: Dataset;
  context: FigureContext;
}

/**
 * Customers as points: on two principal components, on a map by likeness, or in any three numeric features, also those outside the recipe.
 * On a plane some of them can be drawn around; who they are stands in a panel of its own.
 */
export function ScatterPanel({ segmentation, dataset, context }: ScatterPanelProps) {
  const text = useText();
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
  const sources = useMemo(
    () => (projection === undefined ? undefined : { segmentProjection: projection }),
    [projection],
  );
  const lasso = useLasso(mapOf(view, umap.request, umap.projection !== null));
  const { request, isDrawing } = lasso;
  const choices = useMemo(() => {
    if (!isSpace) return request === null ? {} : { lasso: request.polygon };
    const isThere = axes.every(({ id }) => projection?.points.features[id] !== undefined);
    // Until the values of a new axis are there, the axes before it stay.
    const [x, y, z] = (isThere ? null : spaceAxes(offered, recipe, picked.before)) ?? axes;
    return { x: x.id, y: y.id, z: z.id };
  }, [isSpace, request, axes, projection, offered, recipe, picked]);
  const openCustomer = useOpenCustomer(projection?.points);
  const show = (next: View) => {
    setView(next);
    if (next === 'umap' && !umap.job.isRunning) umap.draw({});
  };
  const actions = (
    <>
      {!isSpace && <LassoButton lasso={lasso} isAvailable={view === 'pca' || umap.isFlat} />}
      <div title={axes === null ? text('lab.points.threeNeeded') : undefined}>
        <Segmented
          label={text('lab.points.in')}
          value={view === 'space' && axes === null ? 'pca' : view}
          options={[
            { value: 'pca', label: text('lab.points.pca') },
            { value: 'umap', label: text('lab.points.umap') },
            { value: 'space', label: text('lab.points.space'), isDisabled: axes === null },
          ]}
          onChange={show}
        />
      </div>
    </>
  );
  const selection = request !== null && (
    <SelectionPanel
      segmentationId={segmentation.id}
      request={request}
      dataset={dataset}
      customers={segmentation.document.customers}
      context={context}
      onClear={lasso.clear}
    />
  );
  if (view === 'umap')
    return (
      <>
        <UmapView umap={umap} lasso={lasso} choices={choices} context={context} actions={actions} />
        {selection}
      </>
    );
  const shared = { sources, query, actions, choices, context };
  if (isSpace)
    return (
      <RegisteredFigure
        definition={scatter3d}
        {...shared}
        above={
          <div className={classes.axes}>
            {axisNames.map((name, index) => (
              <NativeSelect
                key={name}
                label={text(name)}
                data={offered.map(({ id, label }) => ({ value: id, label: featureLabel({ id, label }, context) }))}
                value={axes[index]?.id}
                onChange={({ currentTarget }) =>
                  setPicked({ now: withAxis(axes, index, currentTarget.value), before: axes.map(({ id }) => id) })
                }
              />
            ))}
          </div>
        }
      />
    );
  return (
    <>
      <RegisteredFigure
        definition={projectionDefinition}
        {...shared}
        onMark={openCustomer}
        above={isDrawing && projection !== undefined && <LassoBar whole={boxAround(projection)} onDraw={lasso.draw} />}
        overlay={isDrawing ? (chart) => <LassoLayer chart={chart} onDraw={lasso.draw} /> : undefined}
      />
      {selection}
    </>
  );
}

/** The map that a lasso can be drawn on; null where there is none on the screen. */
function mapOf(
  view: View,
  umap: ReturnType<typeof useUmap>['request'],
  isUmapThere: boolean,
): SelectionRequest['map'] | null {
  if (view === 'pca') return { kind: 'pca' };
  return view === 'umap' && umap.dimensions === 2 && isUmapThere ? { kind: 'umap', ...umap } : null;
}
