import { type ClienteleError, isClienteleError } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useText } from '../../../lib/use-text.ts';

/** True where the answer is that there is no such customer, or none under the filters. */
export const isMissing = (error: Error | null): error is ClienteleError =>
  isClienteleError(error) && (error.code === 'not-found' || error.code === 'nothing-kept');

/** Says that there is no such customer, and what to do. */
export function CustomerMissing({ error }: { error: ClienteleError }) {
  const { isFiltered, reset } = useFilters();
  const text = useText();
  const canReset = error.code === 'nothing-kept' && isFiltered;
  return (
    <EmptyState
      height={320}
      action={
        canReset ? (
          <Button onClick={reset}>{text('overview.resetFilters')}</Button>
        ) : (
          <Link
            to="/customers"
            search={(previous: Search) => readSearch({ ...previous, customer: undefined })}
            className="text-link"
          >
            {text('customers.seeAll')}
          </Link>
        )
      }
    >
      {error.message}
    </EmptyState>
  );
}
