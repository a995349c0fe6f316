import { featureText } from '@clientele/charts';
import { useId } from 'react';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { useFormats } from '../../../lib/use-formats.ts';
import type { SegmentCard } from '../hooks/segment-cards.ts';
import classes from './SegmentCards.module.css';
import { ShareBar } from './ShareBar.tsx';

/** Standard deviations from which a difference is called far. */
const far = 1;

/** One segment: who they are, what to do, and folded away why they are called so. */
export function SegmentCardView({ card }: { card: SegmentCard }) {
  const formats = useFormats();
  const heading = useId();
  const { segment, customers, revenue, share, revenueShare, medians, traits } = card;
  const { id, name, nameWhy, advice } = segment;
  return (
    <article className={classes.card} aria-labelledby={heading}>
      <h2 id={heading}>
        <SegmentDot segment={id} size={13} />
        {name}
      </h2>
      <p className={classes.size}>
        <strong>{formats.count(customers)}</strong> {customers === 1 ? 'customer' : 'customers'}
        {revenue !== null && `, ${formats.moneyShort(revenue)}`}
      </p>
      <div className={classes.shares}>
        <ShareBar label="Customers" share={share} segment={id} />
        {revenueShare !== null && <ShareBar label="Revenue" share={revenueShare} segment={id} />}
      </div>
      <table className={classes.medians} aria-label={`Medians of ${name}`}>
        <thead>
          <tr>
            <td />
            <th scope="col">Median</th>
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {medians.map((median) => (
            <tr key={median.id}>
              <th scope="row">{median.label}</th>
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
        <h3>What stands out</h3>
        {traits.length === 0 ? (
          <p>Nothing much: these are near the average customer.</p>
        ) : (
          <ul>
            {traits.map(({ label, isAbove, effect }) => (
              <li key={label}>
                <span aria-hidden="true">{isAbove ? '▲' : '▼'}</span> {label} {Math.abs(effect) >= far ? 'far ' : ''}
                {isAbove ? 'above' : 'below'} average
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.words}>
        <h3>What to do</h3>
        <p>{advice}</p>
      </div>
      <details className={classes.why}>
        <summary>Why this name</summary>
        <p>{nameWhy}</p>
      </details>
    </article>
  );
}
