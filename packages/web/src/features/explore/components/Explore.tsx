import {
  boxPlot,
  correlation,
  featureHistogram,
  featureLabel,
  featureScatter,
  segmentBoxPlot,
} from '@clientele/charts';
import { type Dataset, isClienteleError } from '@clientele/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useFilters } from '../../../lib/use-filters.ts';
import { useOpenCustomer } from '../../../lib/use-open-customer.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useText } from '../../../lib/use-text.ts';
import { useViews } from '../../../lib/use-views.ts';
import { type ExploreScale, useExploreState } from '../hooks/use-explore-state.ts';
import { CategoryViews } from './CategoryViews.tsx';
import classes from './Explore.module.css';

/** So many features at most stand in the matrix. */
const mostCorrelated = 16;

/** One feature by itself, any two together, how all go together, and the categories. */
export function Explore({ dataset }: { dataset: Dataset }) {
  const text = useText();
  const { segmentation } = useSegmentation();
  const { reset } = useFilters();
  const { numeric, feature, x, y, scale, set } = useExploreState(dataset);
  const [measure, setMeasure] = useState<'pearson' | 'spearman'>('spearman');
  const ids = numeric.map(({ id }) => id);
  const whole = useViews(['numbers'], {
    features: feature === undefined ? [] : [feature.id],
    isEnabled: feature !== undefined,
  });
  const categories = useViews(['categories']);
  const matrix = useViews(['correlations'], { features: ids.slice(0, mostCorrelated) });
  const pair = useViews(['points'], { features: [...new Set([x?.id ?? '', y?.id ?? ''])].filter(Boolean) });
  const bySegment = useViews(['segmentStatistics'], {
    features: feature === undefined ? [] : [feature.id],
    isEnabled: segmentation !== null && feature !== undefined,
  });
  const openPoint = useOpenCustomer(pair.data?.views.points);
  const log = scale === 'auto' ? undefined : scale === 'log';
  const one = useMemo(
    () => ({ ...(feature && { feature: feature.id }), ...(log !== undefined && { log }) }),
    [feature, log],
  );
  const two = useMemo(
    () => ({ ...(x && { x: x.id }), ...(y && { y: y.id }), ...(log !== undefined && { log }) }),
    [x, y, log],
  );
  const how = useMemo(() => ({ measure }), [measure]);
  if (isClienteleError(whole.error) && whole.error.code === 'nothing-kept')
    return (
      <EmptyState height={320} action={<Button onClick={reset}>{text('overview.resetFilters')}</Button>}>
        {whole.error.message}
      </EmptyState>
    );

  const options = numeric.map((each) => ({ value: each.id, label: featureLabel(each, { text }) }));
  return (
    <>
      {feature !== undefined && (
        <div className={classes.controls}>
          <NativeSelect
            label={text('explore.feature')}
            data={options}
            value={feature.id}
            onChange={({ currentTarget }) => set({ feature: currentTarget.value })}
            className={classes.feature}
          />
          <Segmented<ExploreScale>
            label={text('explore.scale')}
            value={scale}
            options={[
              { value: 'auto', label: text('explore.scale.auto') },
              { value: 'linear', label: text('explore.scale.linear') },
              { value: 'log', label: text('explore.scale.log') },
            ]}
            onChange={(chosen) => set({ scale: chosen === 'auto' ? undefined : chosen })}
          />
        </div>
      )}
      {feature !== undefined && (
        <div className={classes.grid}>
          <RegisteredFigure definition={featureHistogram} sources={whole.data?.views} query={whole} choices={one} />
          <div className={classes.stack}>
            <RegisteredFigure definition={boxPlot} sources={whole.data?.views} query={whole} choices={one} />
            {segmentation !== null && (
              <RegisteredFigure
                definition={segmentBoxPlot}
                sources={bySegment.data?.views}
                query={bySegment}
                choices={one}
              />
            )}
          </div>
          <RegisteredFigure
            definition={featureScatter}
            sources={pair.data?.views}
            query={pair}
            choices={two}
            height={360}
            onMark={openPoint}
            above={
              <div className={classes.axes}>
                <NativeSelect
                  label={text('overview.across')}
                  data={options}
                  value={x?.id}
                  onChange={({ currentTarget }) => set({ x: currentTarget.value })}
                />
                <NativeSelect
                  label={text('overview.up')}
                  data={options}
                  value={y?.id}
                  onChange={({ currentTarget }) => set({ y: currentTarget.value })}
                />
              </div>
            }
          />
          <RegisteredFigure
            definition={correlation}
            sources={matrix.data?.views}
            query={matrix}
            choices={how}
            actions={
              <Segmented
                label={text('explore.correlation')}
                value={measure}
                options={[
                  { value: 'spearman', label: text('correlation.spearman') },
                  { value: 'pearson', label: text('correlation.pearson') },
                ]}
                onChange={setMeasure}
              />
            }
          />
        </div>
      )}
      {categories.data !== undefined && <CategoryViews sources={categories.data.views} query={categories} />}
    </>
  );
}
