import { alertSentence, strongestAlert } from '@clientele/charts';
import type { Series } from '@clientele/contracts';
import { Link } from '@tanstack/react-router';
import { useFigureContext } from '../../../lib/use-formats.ts';
import classes from './Figures.module.css';

/** What drove the most unusual month, and where all of them stand; nothing where no month is unusual. */
export function MonthExplained({ series }: { series: Series | undefined }) {
  const context = useFigureContext();
  const strongest = strongestAlert(series?.alerts ?? []);
  if (series === undefined || strongest === undefined) return null;
  return (
    <p className={classes.explained}>
      {alertSentence(strongest, series, context)}{' '}
      <Link to="/insights" search className="text-link">
        {context.text('overview.seeInsights')}
      </Link>
    </p>
  );
}
