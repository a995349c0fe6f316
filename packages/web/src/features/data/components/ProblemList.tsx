import type { Problem } from '@clientele/contracts';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { counted, countWordFirst } from '../../../lib/count-word.ts';
import { formatsFor } from '../../../lib/formats-for.ts';
import classes from './ProblemList.module.css';

/** Things to know before the import; warnings first. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const formats = formatsFor(null);
  const sorted = [...problems].sort((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'));
  const title = `${countWordFirst(problems.length)} ${problems.length === 1 ? 'thing' : 'things'} to know before you import`;
  return (
    <FigureFrame
      title={problems.length === 0 ? 'Nothing unusual to know' : title}
      subtitle={problems.length === 0 ? 'The file was read without trouble' : 'Found in the file'}
    >
      <ul className={classes.list}>
        {sorted.map(({ severity, code, message, column, line, count }) => (
          <li key={`${code}${column ?? ''}${line ?? ''}`}>
            {severity === 'warning' ? (
              <IconAlertTriangle className={classes.warning} size={16} stroke={1.7} role="img" aria-label="Warning" />
            ) : (
              <IconInfoCircle size={16} stroke={1.7} aria-hidden="true" />
            )}
            <p>
              {message}
              {count !== undefined && line === undefined && !message.includes(formats.count(count)) && (
                <span> {counted(count, 'line', formats.count(count))}.</span>
              )}
              {line !== undefined && !message.includes(formats.count(line)) && (
                <span> Line {formats.count(line)}.</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </FigureFrame>
  );
}
