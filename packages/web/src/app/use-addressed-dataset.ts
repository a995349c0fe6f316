import { useEffect } from 'react';
import { useDataset } from '../lib/use-dataset.ts';
import { useSearch } from '../lib/use-search.ts';

/** Writes the dataset shown into the address where it is missing or gone, so that a copied address shows the same. */
export function useAddressedDataset(): void {
  const { search, change } = useSearch();
  const { dataset, isPending, error } = useDataset();
  const shown = dataset?.id;
  const isKnown = !isPending && error === null;
  useEffect(() => {
    if (!isKnown || search.dataset === shown) return;
    change({ dataset: shown, ...(search.dataset === undefined ? {} : { segmentation: undefined }) }, { replace: true });
  }, [isKnown, shown, search.dataset, change]);
}
