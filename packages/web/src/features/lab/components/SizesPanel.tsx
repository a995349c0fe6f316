import { type FigureContext, segmentDoubt, segmentShares, segmentSharesFigure } from '@clientele/charts';
import type { Segmentation } from '@clientele/contracts';
import { useMemo } from 'react';
import { FigureView } from '../../../components/FigureView.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { StabilityMark } from '../../../components/StabilityMark.tsx';
import { qualityLines } from '../hooks/quality-lines.ts';
import { scoringWords } from '../hooks/scoring-words.ts';
import { Receipt } from './Receipt.tsx';
import classes from './ResultPanel.module.css';

/** How large the segments are, how well they are apart, and what there is to doubt. */
export function SizesPanel({ segmentation, context }: { segmentation: Segmentation; context: FigureContext }) {
  const { formats, text } = context;
  const { document } = segmentation;
  const { quality, segments, unassigned, model } = document;
  const figure = useMemo(
    () =>
      segmentSharesFigure(
        [
          ...segments.map(({ id, size, revenue }) => ({ id, customers: size, revenue })),
          ...(unassigned === null ? [] : [{ id: -1, customers: unassigned.size, revenue: unassigned.revenue }]),
        ],
        context,
      ),
    [segments, unassigned, context],
  );
  const hasRevenue = segments.some(({ revenue }) => revenue !== null);
  const measures = qualityLines(quality, context);
  const words = scoringWords(model, context);
  const rows = [
    ...segments.map(({ id, name, size, share, revenueShare }) => ({ id, name, size, share, revenueShare })),
    ...(unassigned === null ? [] : [{ id: -1, name: text('common.noSegment'), ...unassigned }]),
  ];
  return (
    <div className={classes.sizes}>
      <FigureView figure={figure} name={text('lab.sizes')} help={text(segmentShares.help)} />
      <table className={classes.table} aria-label={text('lab.segments')}>
        <thead>
          <tr>
            <th scope="col">{text('common.segment')}</th>
            <th scope="col" className="numeric">
              {text('common.customers')}
            </th>
            <th scope="col" className="numeric">
              {text('common.share')}
            </th>
            {hasRevenue && (
              <th scope="col" className="numeric">
                {text('common.revenue')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, size, share, revenueShare }) => (
            <tr key={id}>
              <th scope="row">
                <SegmentDot segment={id} /> {name}{' '}
                <StabilityMark doubt={segmentDoubt(document.evidence?.stability, id)} />
              </th>
              <td className="numeric">{formats.count(size)}</td>
              <td className="numeric">{formats.share(share)}</td>
              {hasRevenue && <td className="numeric">{formats.share(revenueShare)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={classes.quality}>
        {measures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {words !== null && <p className={classes.note}>{words}</p>}
      <Receipt receipt={document.receipt} />
    </div>
  );
}
