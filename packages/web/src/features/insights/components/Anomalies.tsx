import { alertSentence, alerts, seriesOverTime } from '@clientele/charts';
import { anomalyRules, grains, isClienteleError, seriesMeasures } from '@clientele/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useFilters } from '../../../lib/use-filters.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useStale } from '../../../lib/use-stale.ts';
import { stepRange } from '../hooks/step-range.ts';
import type { SeriesState } from '../hooks/use-series.ts';
import classes from './Insights.module.css';

/** A measure over time, where it was not as expected, and what drove it. */
export function Anomalies({ series }: { series: SeriesState }) {
  const context = useFigureContext();
  const { text } = context;
  const { set: filter, reset } = useFilters();
  const { query, measure, grain, rule, window, deviations, set } = series;
  const views = query.data?.views;
  const stale = useStale(query.isPlaceholderData);
  if (isClienteleError(query.error) && query.error.code === 'nothing-kept')
    return (
      <EmptyState height={240} action={<Button onClick={reset}>{text('overview.resetFilters')}</Button>}>
        {query.error.message}
      </EmptyState>
    );
  return (
    <>
      <div className={classes.controls}>
        <NativeSelect
          label={text('insights.measure')}
          data={seriesMeasures.map((value) => ({ value, label: text(`insights.measure.${value}`) }))}
          value={measure}
          onChange={({ currentTarget }) =>
            set({ measure: seriesMeasures.find((each) => each === currentTarget.value) })
          }
        />
        <Segmented
          label={text('insights.grain')}
          value={grain}
          options={grains.map((value) => ({ value, label: text(`insights.grain.${value}`) }))}
          onChange={(value) => set({ grain: value })}
        />
        <Segmented
          label={text('insights.rule')}
          value={rule}
          options={anomalyRules.map((value) => ({ value, label: text(`insights.rule.${value}`) }))}
          onChange={(value) => set({ rule: value })}
        />
        {rule === 'rolling' && (
          <>
            <NumberField
              label={text('insights.window')}
              value={window}
              min={3}
              max={400}
              lockedBy={null}
              onChange={(value) => set({ window: value })}
            />
            <NumberField
              label={text('insights.deviations')}
              value={deviations}
              min={1}
              max={10}
              isWhole={false}
              lockedBy={null}
              onChange={(value) => set({ deviations: value })}
            />
          </>
        )}
        <p className={classes.rule}>{text(`insights.rule.${rule}.help`)}</p>
      </div>
      <RegisteredFigure definition={seriesOverTime} sources={views} query={query} height={280} />
      {views !== undefined && (
        <section className={classes.alerts} aria-labelledby="alerts" {...stale}>
          <h2 id="alerts">{text('insights.alerts')}</h2>
          {views.series.alerts.length === 0 ? (
            <p className={classes.quiet}>{text('insights.alertsNone')}</p>
          ) : (
            <ol>
              {views.series.alerts.map((alert) => (
                <li key={alert.start} data-below={alert.difference < 0 || undefined}>
                  <span aria-hidden="true">{alert.difference < 0 ? '▼' : '▲'}</span>
                  <p>{alertSentence(alert, views.series, context)}</p>
                  <button type="button" className="text-link" onClick={() => filter(stepRange(alert.start, grain))}>
                    {text('insights.see')}
                  </button>
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
      {views !== undefined && views.series.alerts.length > 0 && (
        <details className={classes.table}>
          <summary>{text('insights.asTable')}</summary>
          <RegisteredFigure definition={alerts} sources={views} query={query} />
        </details>
      )}
    </>
  );
}
