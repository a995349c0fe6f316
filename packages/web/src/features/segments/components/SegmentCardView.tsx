import { featureLabel, featureText, type SegmentCard, segmentDoubt } from '@clientele/charts';
import type { Evidence } from '@clientele/contracts';
import { useId } from 'react';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { StabilityMark } from '../../../components/StabilityMark.tsx';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import classes from './SegmentCards.module.css';
import { SegmentNote } from './SegmentNote.tsx';
import { SegmentRuleText } from './SegmentRuleText.tsx';
import { ShareBar } from './ShareBar.tsx';

/** Standard deviations from which a difference is called far. */
const far = 1;

/** One segment: who they are, what to do, and folded away why they are called so. */
export function SegmentCardView({ card, evidence }: { card: SegmentCard; evidence: Evidence | null }) {
  const formats = useFormats();
  const text = useText();
  const heading = useId();
  const { segment, customers, revenue, share, revenueShare, medians, traits } = card;
  const { id, name, nameWhy, advice } = segment;
  return (
    <article className={classes.card} aria-labelledby={heading}>
      <h2 id={heading}>
        <SegmentDot segment={id} size={13} />
        {name}
        <StabilityMark doubt={segmentDoubt(evidence?.stability, id)} size={16} />
      </h2>
      <p className={classes.size}>
        <strong>{formats.count(customers)}</strong> {text('segments.size', { n: customers })}
        {revenue !== null && `, ${formats.moneyShort(revenue)}`}
      </p>
      <div className={classes.shares}>
        <ShareBar label={text('common.customers')} share={share} segment={id} />
        {revenueShare !== null && <ShareBar label={text('common.revenue')} share={revenueShare} segment={id} />}
      </div>
      <table className={classes.medians} aria-label={text('segments.mediansOf', { name })}>
        <thead>
          <tr>
            <td />
            <th scope="col">{text('segments.median')}</th>
            <th scope="col">{text('segments.all')}</th>
          </tr>
        </thead>
        <tbody>
          {medians.map((median) => (
            <tr key={median.id}>
              <th scope="row">{featureLabel(median, { text })}</th>
              <td>
                {median.unit === 'days' ? formats.number(median.own) : featureText(median.own, median.unit, formats)}
              </td>
              <td>
                {median.unit === 'days' ? formats.number(median.all) : featureText(median.all, median.unit, formats)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.words}>
        <h3>{text('segments.standsOut')}</h3>
        {traits.length === 0 ? (
          <p>{text('segments.nothingStandsOut')}</p>
        ) : (
          <ul>
            {traits.map(({ id: feature, label, isAbove, effect }) => (
              <li key={label}>
                <span aria-hidden="true">{isAbove ? '▲' : '▼'}</span>{' '}
                {text('segments.trait', {
                  label: featureLabel({ id: feature, label }, { text }),
                  far: Math.abs(effect) >= far ? 'yes' : 'no',
                  side: isAbove ? 'above' : 'below',
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.words}>
        {evidence !== null && (
          <>
            <h3>{text('rule.heading')}</h3>
            <SegmentRuleText evidence={evidence} segment={id} />
          </>
        )}
      </div>
      <div className={classes.words}>
        <h3>{text('segments.whatToDo')}</h3>
        <p>{advice}</p>
        <SegmentNote segment={id} />
      </div>
      <details className={classes.why}>
        <summary>{text('segments.whyName')}</summary>
        <p>{nameWhy}</p>
      </details>
    </article>
  );
}
