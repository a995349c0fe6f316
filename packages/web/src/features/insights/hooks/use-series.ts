import type { AnomalyRule, Grain, SeriesMeasure } from '@clientele/contracts';
import type { Search } from '../../../lib/search-params.ts';
import { useSearch } from '../../../lib/use-search.ts';
import { useViews } from '../../../lib/use-views.ts';

const names = ['series'] as const;
const usual = { measure: 'revenue', grain: 'week', rule: 'seasonal', window: 8, deviations: 3 } as const;

/** One measure over time and how it is judged; the address remembers both. */
export function useSeries() {
  const { search, change } = useSearch();
  const measure: SeriesMeasure = search.measure ?? usual.measure;
  const grain: Grain = search.grain ?? usual.grain;
  const rule: AnomalyRule = search.rule ?? usual.rule;
  const window = search.window ?? usual.window;
  const deviations = search.deviations ?? usual.deviations;
  const query = useViews(names, { measure, grain, rule, ...(rule === 'rolling' && { window, deviations }) });
  const set = (patch: Pick<Search, 'measure' | 'grain' | 'rule' | 'window' | 'deviations'>) =>
    change(patch, { replace: true });
  return { query, measure, grain, rule, window, deviations, set };
}

export type SeriesState = ReturnType<typeof useSeries>;
