import type { Dataset, Segmentation } from '@clientele/contracts';
import { useCallback, useEffect, useState } from 'react';
import { type RecipeForm, readForm, startForm } from './recipe-form.ts';

interface Kept {
  form: RecipeForm;
  /** The segmentation that the last run here made. */
  result: string | null;
}

const keyOf = (dataset: Dataset) => `clientele.lab.${dataset.id}`;

function readKept(dataset: Dataset): Kept | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(dataset)) ?? 'null');
    if (typeof found !== 'object' || found === null || !('form' in found)) return null;
    const form = readForm(found.form, dataset);
    const result = 'result' in found && typeof found.result === 'string' ? found.result : null;
    return form === null ? null : { form, result };
  } catch {
    return null;
  }
}

export interface LabState {
  form: RecipeForm;
  result: string | null;
  change(patch: Partial<RecipeForm>): void;
  setResult(id: string): void;
  /** Puts the form back to a segmentation's recipe. */
  takeOver(segmentation: Segmentation): void;
}

/** The form and the last run of a dataset, kept for as long as the tab is open, so that reloading loses nothing. */
export function useLabState(dataset: Dataset, shown: Segmentation | null): LabState {
  const [kept, setKept] = useState<Kept>(() => readKept(dataset) ?? { form: startForm(dataset, shown), result: null });
  useEffect(() => {
    try {
      sessionStorage.setItem(keyOf(dataset), JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing still runs the recipe.
    }
  }, [dataset, kept]);
  const change = useCallback(
    (patch: Partial<RecipeForm>) => setKept((current) => ({ ...current, form: { ...current.form, ...patch } })),
    [],
  );
  const setResult = useCallback((result: string) => setKept((current) => ({ ...current, result })), []);
  const takeOver = useCallback(
    (segmentation: Segmentation) => setKept((current) => ({ ...current, form: startForm(dataset, segmentation) })),
    [dataset],
  );
  return { ...kept, change, setResult, takeOver };
}
