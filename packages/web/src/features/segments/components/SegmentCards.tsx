import type { SegmentCard } from '@clientele/charts';
import { EvidenceWait } from '../../../components/EvidenceWait.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import type { EvidenceState } from '../../../lib/use-evidence.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useStale } from '../../../lib/use-stale.ts';
import { useText } from '../../../lib/use-text.ts';
import { cardColumns } from '../hooks/card-columns.ts';
import classes from './SegmentCards.module.css';
import { SegmentCardView } from './SegmentCardView.tsx';

export interface SegmentCardsProps {
  cards: readonly SegmentCard[];
  isStale: boolean;
  evidence: EvidenceState;
  /** Customers in no segment, where there are some. */
  none: { customers: number; share: number } | null;
}

/** A card for each segment, parted by hairlines, and under them how many are in none. */
export function SegmentCards({ cards, isStale, evidence, none }: SegmentCardsProps) {
  const formats = useFormats();
  const text = useText();
  const stale = useStale(isStale);
  return (
    <div className={classes.clip}>
      <div
        className={classes.cards}
        {...stale}
        style={{ '--columns': cardColumns(cards.length) } as React.CSSProperties}
      >
        {cards.map((card) => (
          <SegmentCardView key={card.segment.id} card={card} evidence={evidence.evidence} />
        ))}
      </div>
      {evidence.evidence === null && (
        <div className={classes.wait}>
          <EvidenceWait state={evidence} />
        </div>
      )}
      {none !== null && (
        <p className={classes.none}>
          <SegmentDot segment={-1} />
          <span>
            <strong>{formats.count(none.customers)}</strong>{' '}
            {text('segments.none', { n: none.customers, share: formats.share(none.share) })}
          </span>
        </p>
      )}
    </div>
  );
}
