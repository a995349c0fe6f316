import { similarCustomers } from '@clientele/charts';
import type { CustomerDetail } from '@clientele/contracts';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useSimilar } from '../api/use-similar.ts';

/** The customers nearest to this one, each a click away. */
export function SimilarCustomers({ customer }: { customer: CustomerDetail }) {
  const { segmentation } = useSegmentation();
  const query = useSimilar(segmentation?.id, customer.id);
  const similar = query.data;
  const sources = useMemo(() => (similar === undefined ? undefined : { customer, similar }), [customer, similar]);
  return (
    <RegisteredFigure
      definition={similarCustomers}
      sources={sources}
      query={query}
      cell={(key, row, text) => {
        const each = similar?.[row];
        if (each === undefined) return undefined;
        if (key === 'segment') return <SegmentName segment={each.segment} name={text} />;
        if (key !== 'customer') return undefined;
        return (
          <Link to="/customers/$customerId" params={{ customerId: each.id }} search className="text-link">
            {text}
          </Link>
        );
      }}
    />
  );
}

function SegmentName({ segment, name }: { segment: number; name: string }) {
  return (
    <>
      <SegmentDot segment={segment} size={8} /> {name}
    </>
  );
}
