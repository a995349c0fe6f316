import { place } from '@clientele/charts';
import type { Prediction } from '@clientele/contracts';
import { useMemo } from 'react';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { useOpenCustomer } from '../../../lib/use-open-customer.ts';
import { useViews } from '../../../lib/use-views.ts';

const points = 5000;
const names = ['segmentProjection'] as const;

/** The customer marked among all customers of the segmentation; a click on another one opens it. */
export function CustomerPlace({ customer, prediction }: { customer: string; prediction: Prediction }) {
  const query = useViews(names, { filters: {}, points });
  const projection = query.data?.views.segmentProjection;
  const sources = useMemo(
    () => (projection === undefined ? undefined : { segmentProjection: projection, prediction }),
    [projection, prediction],
  );
  const choices = useMemo(() => ({ customer }), [customer]);
  const open = useOpenCustomer(projection?.points);
  return <RegisteredFigure definition={place} sources={sources} query={query} choices={choices} onMark={open} />;
}
