import type { Problem } from '@clientele/contracts';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import classes from './Warnings.module.css';

/** Doubts about a result, each in a sentence. */
export function Warnings({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Warnings">
      {problems.map(({ severity, code, message }) => (
        <li key={`${code} ${message}`}>
          {severity === 'warning' ? (
            <IconAlertTriangle className={classes.warning} size={16} stroke={1.7} role="img" aria-label="Warning" />
          ) : (
            <IconInfoCircle size={16} stroke={1.7} aria-hidden="true" />
          )}
          <p>{message}</p>
        </li>
      ))}
    </ul>
  );
}
