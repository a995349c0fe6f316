import { segmentDoubt, segmentLift, segmentPlan, segmentProducts } from '@clientele/charts';
import type { Evidence, Segmentation } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { QueryState } from '../../../components/FigureView.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { StabilityMark } from '../../../components/StabilityMark.tsx';
import { useFigureSetting } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import type { SegmentsShown } from '../api/use-segments-view.ts';
import classes from './SegmentDetail.module.css';
import { SegmentEvidence } from './SegmentEvidence.tsx';

export interface SegmentDetailProps {
  views: SegmentsShown['views'];
  segmentation: Segmentation;
  query: QueryState;
  evidence: Evidence | null;
}

/** One segment from near: what to do with it and why, what it buys, and what it buys unusually often. */
export function SegmentDetail({ views, segmentation, query, evidence }: SegmentDetailProps) {
  const text = useText();
  const setting = useFigureSetting();
  const [chosen, setChosen] = useState<number | null>(null);
  const offered = views.segmentStatistics.flatMap(({ segment, customers }) =>
    segment !== null && segment >= 0 && customers > 0 ? [segment] : [],
  );
  const segment = offered.find((id) => id === chosen) ?? offered[0];
  const choices = useMemo(() => ({ ...(segment !== undefined && { segment }) }), [segment]);
  const plan = useMemo(
    () =>
      segment === undefined ? [] : segmentPlan(segment, { ...views, segmentation: segmentation.document }, setting),
    [segment, views, segmentation, setting],
  );
  if (segment === undefined) return null;
  const { segments } = segmentation.document;
  const named = segments.find(({ id }) => id === segment);
  const shared = { sources: views, query, choices };
  return (
    <section className={classes.detail} aria-labelledby="one-segment">
      <header className={classes.head}>
        <h2 id="one-segment">
          <SegmentDot segment={segment} size={13} /> {named?.name}
          <StabilityMark doubt={segmentDoubt(evidence?.stability, segment)} size={16} />
        </h2>
        <NativeSelect
          aria-label={text('segments.one')}
          data={offered.map((id) => ({
            value: String(id),
            label: segments.find((each) => each.id === id)?.name ?? String(id),
          }))}
          value={String(segment)}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
        />
      </header>
      <SegmentEvidence segmentation={segmentation} segment={segment} evidence={evidence} />
      <div className={classes.grid}>
        <section aria-labelledby="what-to-do" className={classes.plan}>
          <h3 id="what-to-do">{text('segments.whatToDo')}</h3>
          {named !== undefined && !plan.some(({ area }) => area === 'campaign') && (
            <p className={classes.advice}>{named.advice}</p>
          )}
          <dl>
            {plan.map(({ area, action, because, rule }) => (
              <div key={rule}>
                <dt>{text(`segments.area.${area}`)}</dt>
                <dd>
                  {action} <span>{because}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <RegisteredFigure definition={segmentProducts} {...shared} />
        <RegisteredFigure definition={segmentLift} {...shared} />
      </div>
    </section>
  );
}
