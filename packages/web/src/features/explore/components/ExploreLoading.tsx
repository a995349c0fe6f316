import { FigureView } from '../../../components/FigureView.tsx';
import { useText } from '../../../lib/use-text.ts';
import classes from './Explore.module.css';

const names = ['feature-histogram.name', 'box-plot.name', 'feature-scatter.name', 'correlation.name'] as const;

/** The layout with its titles, before the numbers are there. */
export function ExploreLoading() {
  const text = useText();
  return (
    <div className={classes.grid} role="status" aria-label={text('common.loading')}>
      {names.map((name) => (
        <FigureView key={name} figure={null} name={text(name)} />
      ))}
    </div>
  );
}
