import type { Finding, FindingLink } from '@clientele/charts';
import { Link } from '@tanstack/react-router';
import { FindingSentence } from '../../../components/FindingSentence.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useStale } from '../../../lib/use-stale.ts';
import { useText } from '../../../lib/use-text.ts';
import classes from './InsightBand.module.css';

function FindingAction({ link }: { link: FindingLink }) {
  return (
    <Link
      to={`/${link.screen}`}
      search={(previous: Search) => readSearch({ ...previous, ...link.filters })}
      className="text-link"
    >
      {link.label}
    </Link>
  );
}

/** What stands out, in plain words. */
export function InsightBand({ findings, isStale }: { findings: readonly Finding[]; isStale: boolean }) {
  const text = useText();
  const stale = useStale(isStale);
  if (findings.length === 0) return null;
  return (
    <section className={classes.band} aria-labelledby="findings" {...stale}>
      <div className={classes.lead}>
        <h2 id="findings">{text('overview.findings')}</h2>
        <p>{text('overview.findingsCount', { n: findings.length })}</p>
      </div>
      {findings.map(({ id, value, sentence, strong, link }) => (
        <div key={id} className={classes.finding}>
          <div>
            <strong className={classes.value}>{value}</strong>
            {link !== null && <FindingAction link={link} />}
          </div>
          <FindingSentence sentence={sentence} strong={strong} />
        </div>
      ))}
    </section>
  );
}
