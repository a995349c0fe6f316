import { cardColumns, type SegmentCard } from '../hooks/segment-cards.ts';
import classes from './SegmentCards.module.css';
import { SegmentCardView } from './SegmentCardView.tsx';

/** A card for each segment, parted by hairlines. */
export function SegmentCards({ cards, isStale }: { cards: readonly SegmentCard[]; isStale: boolean }) {
  return (
    <div className={classes.clip}>
      <div
        className={classes.cards}
        data-stale={isStale || undefined}
        style={{ '--columns': cardColumns(cards.length) } as React.CSSProperties}
      >
        {cards.map((card) => (
          <SegmentCardView key={card.segment.id} card={card} />
        ))}
      </div>
    </div>
  );
}
