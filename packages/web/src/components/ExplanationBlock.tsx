import { capitalised, featureLabel, featureText } from '@clientele/charts';
import type { FeatureInfo, FeatureValues } from '@clientele/contracts';
import { useDataset } from '../lib/use-dataset.ts';
import { useExplanation } from '../lib/use-explanation.ts';
import { useFormats } from '../lib/use-formats.ts';
import { useStale } from '../lib/use-stale.ts';
import { useText } from '../lib/use-text.ts';
import { Block } from './Block.tsx';
import { DivergingBars } from './DivergingBars.tsx';
import { ErrorBlock } from './ErrorBlock.tsx';
import classes from './ExplanationBlock.module.css';
import { SegmentDot } from './SegmentDot.tsx';

export interface ExplanationBlockProps {
  segmentationId: string;
  /** Raw features of the customer. */
  features: FeatureValues;
  /** One below the other, where there is little room. */
  isCompact?: boolean;
}

const mostReasons = 6;
/** Reasons that weigh less than this are left out. */
const telling = 0.01;

/** Why a customer is in the segment, what would move them, and where they go if nothing is bought. */
export function ExplanationBlock({ segmentationId, features, isCompact = false }: ExplanationBlockProps) {
  const formats = useFormats();
  const text = useText();
  const { dataset } = useDataset();
  const { data, error, refetch, isPlaceholderData } = useExplanation(segmentationId, features);
  const stale = useStale(isPlaceholderData);
  const known = dataset?.features ?? [];
  const unitOf = (id: string): FeatureInfo['unit'] => known.find((feature) => feature.id === id)?.unit ?? 'number';
  const written = (id: string, value: number | string | null) =>
    typeof value === 'string' ? value : featureText(value, unitOf(id), formats);
  if (error !== null)
    return (
      <div className={classes.explanation} data-compact>
        <section>
          <h2>{text('explain.title')}</h2>
          <ErrorBlock error={error} onRetry={() => void refetch()} />
        </section>
      </div>
    );
  if (data === undefined) return <Block height={isCompact ? 200 : 140} />;
  const { name, sentence, reasons, change, drift } = data;
  const told = reasons.filter(({ weight }) => Math.abs(weight) >= telling).slice(0, mostReasons);
  return (
    <div className={classes.explanation} data-compact={isCompact || undefined} {...stale}>
      <section>
        <h2>{text('explain.title')}</h2>
        <p>{sentence}</p>
        {told.length > 0 && (
          <>
            <p className={classes.quiet}>{text('explain.reasons', { name: name ?? text('common.noSegment') })}</p>
            <DivergingBars
              label={text('explain.reasons', { name: name ?? text('common.noSegment') })}
              rows={told.map(({ feature, label, value, weight }) => ({
                id: feature,
                label: featureLabel({ id: feature, label }, { text }),
                detail: written(feature, value),
                value: weight,
                text: formats.share(weight, 0),
              }))}
            />
          </>
        )}
      </section>
      <section>
        <h2>{text('explain.move')}</h2>
        {change === null ? (
          <p>{text('explain.noChange')}</p>
        ) : (
          <>
            <p>
              {change.sentence} {text('explain.confidence', { share: formats.share(change.confidence, 0) })}
            </p>
            <dl className={classes.steps}>
              {change.steps.map(({ feature, label, from, to }) => (
                <div key={feature}>
                  <dt>{featureLabel({ id: feature, label }, { text })}</dt>
                  <dd>{text('explain.from', { from: written(feature, from), to: written(feature, to) })}</dd>
                </div>
              ))}
              <div>
                <dt>{text('common.segment')}</dt>
                <dd className={classes.target}>
                  <SegmentDot segment={change.segment} /> {change.name}
                </dd>
              </div>
            </dl>
          </>
        )}
        {drift !== null && (
          <p className={classes.drift}>{capitalised(text('explain.drift', { name: drift.name, n: drift.days }))}</p>
        )}
      </section>
    </div>
  );
}
