import type { Problem } from '@clientele/contracts';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useText } from '../../../../lib/use-text.ts';
import classes from './ProblemPanel.module.css';

export interface ProblemPanelProps {
  problems: readonly Problem[];
  /** The cells that a problem is about; empty where that cannot be told. */
  cellsOf: (problem: Problem) => readonly number[];
  /** The message of the problem whose cells are marked on the map. */
  marked: string | null;
  onMark: (message: string | null) => void;
}

const icon = { size: 16, stroke: 1.7 } as const;
const shown = 5;

/** What the linter finds, each in a sentence; a click marks the cells concerned. */
export function ProblemPanel({ problems, cellsOf, marked, onMark }: ProblemPanelProps) {
  const text = useText();
  // Warnings first; otherwise as the linter gives them.
  const sorted = [...problems].sort(
    (one, other) => Number(one.severity === 'info') - Number(other.severity === 'info'),
  );
  const item = (problem: Problem) => (
    <li key={problem.message}>
      <ProblemLine
        problem={problem}
        hasCells={cellsOf(problem).length > 0}
        isMarked={problem.message === marked}
        onMark={onMark}
      />
    </li>
  );
  return (
    <section className={classes.panel} aria-label={text('rfm-studio.linter')}>
      <h3>{text('rfm-studio.linter')}</h3>
      {sorted.length === 0 ? (
        <p className={classes.line}>
          <IconCircleCheck {...icon} aria-hidden="true" />
          {text('rfm-studio.linter.clean')}
        </p>
      ) : (
        <ul>{sorted.slice(0, shown).map(item)}</ul>
      )}
      {sorted.length > shown && (
        <details>
          <summary>{text('rfm-studio.linter.more', { n: sorted.length - shown })}</summary>
          <ul>{sorted.slice(shown).map(item)}</ul>
        </details>
      )}
    </section>
  );
}

interface ProblemLineProps extends Pick<ProblemPanelProps, 'onMark'> {
  problem: Problem;
  hasCells: boolean;
  isMarked: boolean;
}

function ProblemLine({ problem: { severity, message }, hasCells, isMarked, onMark }: ProblemLineProps) {
  const text = useText();
  const isWarning = severity === 'warning';
  const Icon = isWarning ? IconAlertTriangle : IconInfoCircle;
  const body = (
    <>
      <Icon
        {...icon}
        role="img"
        aria-label={text(isWarning ? 'rfm-studio.linter.warning' : 'rfm-studio.linter.info')}
      />
      <span>{message}</span>
    </>
  );
  return hasCells ? (
    <button
      type="button"
      className={classes.line}
      data-warning={isWarning || undefined}
      aria-pressed={isMarked}
      title={text('rfm-studio.linter.show')}
      onClick={() => onMark(isMarked ? null : message)}
    >
      {body}
    </button>
  ) : (
    <p className={classes.line} data-warning={isWarning || undefined}>
      {body}
    </p>
  );
}
