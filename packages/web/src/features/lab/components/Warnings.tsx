import type { Problem } from '@clientele/contracts';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useText } from '../../../lib/use-text.ts';
import classes from './Warnings.module.css';

/** More notes than this are folded away. */
const fewNotes = 3;

function ProblemList({ problems, label }: { problems: readonly Problem[]; label: string }) {
  const text = useText();
  return (
    <ul className={classes.list} aria-label={label}>
      {problems.map(({ severity, code, message }) => (
        <li key={`${code} ${message}`}>
          {severity === 'warning' ? (
            <IconAlertTriangle
              className={classes.warning}
              size={16}
              stroke={1.7}
              role="img"
              aria-label={text('lab.warning')}
            />
          ) : (
            <IconInfoCircle size={16} stroke={1.7} aria-hidden="true" />
          )}
          <p>{message}</p>
        </li>
      ))}
    </ul>
  );
}

/** Doubts about a result, each in a sentence; many notes of what was done to the features are folded away. */
export function Warnings({ problems }: { problems: readonly Problem[] }) {
  const text = useText();
  const notes = problems.filter(({ severity }) => severity === 'info');
  const shown = notes.length > fewNotes ? problems.filter(({ severity }) => severity !== 'info') : problems;
  return (
    <>
      {shown.length > 0 && <ProblemList problems={shown} label={text('lab.warnings')} />}
      {notes.length > fewNotes && (
        <details className={classes.notes}>
          <summary>{text('lab.notesOn', { n: notes.length })}</summary>
          <ProblemList problems={notes} label={text('lab.notes')} />
        </details>
      )}
    </>
  );
}
