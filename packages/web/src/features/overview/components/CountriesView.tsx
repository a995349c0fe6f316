import { countries, type Figure, type FigureSources, worldMap } from '@clientele/charts';
import { useState } from 'react';
import type { ChartClick } from '../../../components/Chart.tsx';
import type { QueryState } from '../../../components/FigureView.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useFilters } from '../../../lib/use-filters.ts';
import { useText } from '../../../lib/use-text.ts';

export interface CountriesViewProps {
  sources: Pick<FigureSources, 'countries'>;
  query: QueryState;
  height?: Figure['height'];
}

/** The names that a mark stands for: a country of the map may have several. */
function namesOf({ data, name }: ChartClick, known: ReadonlySet<string>): string[] {
  const names: unknown = typeof data === 'object' && data !== null && 'names' in data ? data.names : [name];
  return Array.isArray(names)
    ? names.filter((each): each is string => typeof each === 'string' && known.has(each))
    : [];
}

/** Countries as a map or as bars; a click on one shows every figure for it alone. */
export function CountriesView({ sources, query, height }: CountriesViewProps) {
  const text = useText();
  const [view, setView] = useState<'map' | 'bars'>('map');
  const { set } = useFilters();
  const choose = (click: ChartClick) => {
    const names = namesOf(click, new Set(sources.countries.map(({ name }) => name)));
    if (names.length > 0) set({ countries: names });
  };
  return (
    <RegisteredFigure
      definition={view === 'map' ? worldMap : countries}
      sources={sources}
      query={query}
      onMark={choose}
      {...(height !== undefined && { height })}
      actions={
        <Segmented
          label={text('overview.countriesAs')}
          value={view}
          options={[
            { value: 'map', label: text('overview.map') },
            { value: 'bars', label: text('overview.bars') },
          ]}
          onChange={setView}
        />
      }
    />
  );
}
