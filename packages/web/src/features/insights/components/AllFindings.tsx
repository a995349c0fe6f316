import { findingViews, overviewFindings } from '@clientele/charts';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Block } from '../../../components/Block.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { FindingSentence } from '../../../components/FindingSentence.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useDataset } from '../../../lib/use-dataset.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useStale } from '../../../lib/use-stale.ts';
import { useViews } from '../../../lib/use-views.ts';
import classes from './Insights.module.css';

/** Everything that stands out, each with its number and a way to what shows it. */
export function AllFindings() {
  const context = useFigureContext();
  const { text } = context;
  const { dataset } = useDataset();
  const { isFiltered } = useFilters();
  const query = useViews(findingViews(dataset?.kind ?? 'orders'));
  const ledger = isFiltered ? null : (dataset?.ledger ?? null);
  const findings = useMemo(
    () =>
      query.data === undefined
        ? null
        : overviewFindings({ overview: { ...query.data.views, filters: query.data.filters }, ledger }, context, 20),
    [query.data, ledger, context],
  );
  const stale = useStale(query.isPlaceholderData);
  return (
    <section className={classes.findings} aria-labelledby="everything" {...stale}>
      <h2 id="everything">{text('insights.all')}</h2>
      {query.error !== null ? (
        <ErrorBlock error={query.error} onRetry={() => void query.refetch()} />
      ) : findings === null ? (
        <Block height={160} />
      ) : findings.length === 0 ? (
        <p className={classes.quiet}>{text('insights.none')}</p>
      ) : (
        <ul>
          {findings.map(({ id, value, sentence, strong, link }) => (
            <li key={id}>
              <strong className={classes.value}>{value}</strong>
              <FindingSentence sentence={sentence} strong={strong} />
              {link !== null && (
                <Link
                  to={`/${link.screen}`}
                  search={(previous: Search) => readSearch({ ...previous, ...link.filters })}
                  className="text-link"
                >
                  {link.label}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
