import type { Join } from '@clientele/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatsFor } from '../../../lib/formats-for.ts';
import { useText } from '../../../lib/use-text.ts';
import classes from './JoinPanel.module.css';

/** What a joined table brought, in sentences: whom it names, whom it lacks, which columns it adds. */
export function JoinFacts({
  join: { name: table, matched, without, unused, repeated, columns, problems },
}: {
  join: Join;
}) {
  const text = useText();
  const formats = formatsFor(null);
  const n = matched + without;
  const found =
    without === 0
      ? text('join.foundAll', { n, table })
      : text('join.found', { matched: formats.count(matched), k: matched, n, table });
  const sentences = [
    found,
    ...(without > 0 ? [text('join.without', { n: without })] : []),
    ...(unused > 0 ? [text('join.unused', { n: unused, table })] : []),
    text('join.columns', { n: columns.length, columns: columns.join(', ') }),
  ];
  const isFew = problems.some(({ code }) => code === 'few-customers-matched');
  const warnings = [
    ...(isFew ? [text('join.few')] : []),
    ...(repeated > 0 ? [text('join.repeated', { n: repeated })] : []),
  ];
  return (
    <div role="status">
      <p>{sentences.join(' ')}</p>
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
          {warning}
        </p>
      ))}
    </div>
  );
}
