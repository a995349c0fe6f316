import { category, type FigureSources } from '@clientele/charts';
import { useMemo } from 'react';
import type { QueryState } from '../../../components/FigureView.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import classes from './Explore.module.css';

export interface CategoryViewsProps {
  sources: Pick<FigureSources, 'categories'>;
  query: QueryState;
}

/** Customers by value, a figure a category. */
export function CategoryViews({ sources, query }: CategoryViewsProps) {
  if (sources.categories.length === 0) return null;
  return (
    <div className={classes.categories}>
      {sources.categories.map(({ feature }) => (
        <CategoryView key={feature} feature={feature} sources={sources} query={query} />
      ))}
    </div>
  );
}

function CategoryView({ feature, ...shared }: CategoryViewsProps & { feature: string }) {
  const choices = useMemo(() => ({ feature }), [feature]);
  return <RegisteredFigure definition={category} choices={choices} {...shared} />;
}
