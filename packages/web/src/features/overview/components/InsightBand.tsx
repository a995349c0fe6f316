import type { Finding, FindingLink } from '@clientele/charts';
import { Link } from '@tanstack/react-router';
import { counted } from '../../../lib/count-word.ts';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import classes from './InsightBand.module.css';

/** The sentence with its strong part set off. */
function Sentence({ sentence, strong }: Pick<Finding, 'sentence' | 'strong'>) {
  const at = strong === null ? -1 : sentence.indexOf(strong);
  if (strong === null || at < 0) return <p>{sentence}</p>;
  return (
    <p>
      {sentence.slice(0, at)}
      <strong>{strong}</strong>
      {sentence.slice(at + strong.length)}
    </p>
  );
}

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
  if (findings.length === 0) return null;
  return (
    <section className={classes.band} aria-labelledby="findings" aria-busy={isStale} data-stale={isStale || undefined}>
      <div className={classes.lead}>
        <h2 id="findings">What stands out</h2>
        <p>{counted(findings.length, 'finding')}</p>
      </div>
      {findings.map(({ id, value, sentence, strong, link }) => (
        <div key={id} className={classes.finding}>
          <div>
            <strong className={classes.value}>{value}</strong>
            {link !== null && <FindingAction link={link} />}
          </div>
          <Sentence sentence={sentence} strong={strong} />
        </div>
      ))}
    </section>
  );
}
