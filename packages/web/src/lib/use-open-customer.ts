import type { Points } from '@clientele/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ChartClick } from '../components/Chart.tsx';
import { pointOf } from './point-of.ts';
import { readSearch, type Search } from './search-params.ts';

/** What a click on a point does: its customer is shown among the others. */
export function useOpenCustomer(points: Points | undefined): (click: ChartClick) => void {
  const navigate = useNavigate();
  return useCallback(
    (click: ChartClick) => {
      const customer = points === undefined ? null : pointOf(click, points);
      if (customer === null) return;
      void navigate({ to: '/customers', search: (previous: Search) => readSearch({ ...previous, customer }) });
    },
    [navigate, points],
  );
}
