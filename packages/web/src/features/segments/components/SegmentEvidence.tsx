import type { Evidence, Segmentation } from '@clientele/contracts';
import { DivergingBars } from '../../../components/DivergingBars.tsx';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { effectRows } from '../hooks/effect-rows.ts';
import { RuleCode } from './RuleCode.tsx';
import classes from './SegmentEvidence.module.css';
import { SegmentRuleText } from './SegmentRuleText.tsx';

export interface SegmentEvidenceProps {
  segmentation: Segmentation;
  segment: number;
  /** Null while it is gathered. */
  evidence: Evidence | null;
}

/** How a segment is told apart: its rule, how stable it is, what sets it apart from the base, and the rule to take along. */
export function SegmentEvidence({ segmentation, segment, evidence }: SegmentEvidenceProps) {
  const formats = useFormats();
  const text = useText();
  const { document } = segmentation;
  const stability = evidence?.stability.segments.find((each) => each.segment === segment);
  const effects = effectRows(document, segment, { formats, text });
  return (
    <div className={classes.evidence}>
      <div className={classes.about}>
        {evidence !== null && (
          <section className={classes.words} aria-labelledby="told-apart">
            <h3 id="told-apart">{text('rules.about')}</h3>
            <SegmentRuleText evidence={evidence} segment={segment} />
            {stability !== undefined && (
              <p data-doubt={stability.grade === 'doubtful' || stability.grade === 'untrustworthy' || undefined}>
                {text('rules.stability', {
                  grade: text(`grade.${stability.grade}.own`),
                  jaccard: formats.fixed(stability.jaccard, 2),
                  n: evidence.stability.resamples,
                })}
              </p>
            )}
          </section>
        )}
        {effects.length > 0 && (
          <section className={classes.words} aria-labelledby="set-apart">
            <h3 id="set-apart">{text('rules.apart')}</h3>
            <p>{text('rules.apart.unit')}</p>
            <DivergingBars rows={effects} label={text('rules.apart')} />
          </section>
        )}
      </div>
      {evidence !== null && <RuleCode segmentationId={segmentation.id} />}
    </div>
  );
}
