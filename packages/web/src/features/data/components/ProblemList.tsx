import { capitalised, inWords } from '@clientele/charts';
import type { Problem } from '@clientele/contracts';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { formatsFor } from '../../../lib/formats-for.ts';
import { useText } from '../../../lib/use-text.ts';
import classes from './ProblemList.module.css';

/** Things to know before the import; warnings first. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const text = useText();
  const formats = formatsFor(null);
  const sorted = [...problems].sort((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'));
  const n = problems.length;
  const title = text('problems.title', { n, count: capitalised(inWords(n, { formats, text })) });
  return (
    <FigureFrame
      title={n === 0 ? text('problems.none') : title}
      subtitle={text(n === 0 ? 'problems.noneSubtitle' : 'problems.subtitle')}
    >
      <ul className={classes.list}>
        {sorted.map(({ severity, code, message, column, line, count }) => (
          <li key={`${code}${column ?? ''}${line ?? ''}`}>
            {severity === 'warning' ? (
              <IconAlertTriangle
                className={classes.warning}
                size={16}
                stroke={1.7}
                role="img"
                aria-label={text('problems.warning')}
              />
            ) : (
              <IconInfoCircle size={16} stroke={1.7} aria-hidden="true" />
            )}
            <p>
              {message}
              {count !== undefined && line === undefined && !message.includes(formats.count(count)) && (
                <span> {text('problems.lines', { n: count })}</span>
              )}
              {line !== undefined && !message.includes(formats.count(line)) && (
                <span> {text('problems.line', { line: formats.count(line) })}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </FigureFrame>
  );
}
