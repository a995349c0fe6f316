import { Link } from '@tanstack/react-router';
import { counted } from '../../../lib/count-word.ts';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import type { Insight } from '../hooks/insights.ts';
import classes from './InsightBand.module.css';

/** What stands out, in plain words. */
export function InsightBand({ insights, isStale }: { insights: readonly Insight[]; isStale: boolean }) {
  if (insights.length === 0) return null;
  return (
    <section className={classes.band} aria-labelledby="insights" data-stale={isStale || undefined}>
      <div className={classes.lead}>
        <h2 id="insights">What stands out</h2>
        <p>{counted(insights.length, 'finding')}</p>
      </div>
      {insights.map(({ id, figure, parts, segment }) => (
        <div key={id} className={classes.insight}>
          <div>
            <strong className={classes.figure}>{figure}</strong>
            {segment !== undefined && (
              <Link
                to="/segments"
                search={(previous: Search) => readSearch({ ...previous, segments: [segment] })}
                className="text-link"
              >
                See segment
              </Link>
            )}
          </div>
          <p>
            {parts.map(({ text, isStrong = false }) =>
              isStrong ? <strong key={text}>{text}</strong> : <span key={text}>{text}</span>,
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
