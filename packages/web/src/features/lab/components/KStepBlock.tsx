import type { FigureContext } from '@clientele/charts';
import type { KArgument } from '@clientele/contracts';
import { StatTable } from '../../../components/StatTable.tsx';
import { useFigureSetting } from '../../../lib/use-formats.ts';
import { partsTable } from '../hooks/parts-table.ts';
import classes from './KArgumentBlock.module.css';

type Step = NonNullable<KArgument['more']>;

export interface KStepBlockProps {
  title: string;
  step: Step | null;
  side: 'fewer' | 'more';
  /** Said where there is no such step. */
  none: string;
  context: FigureContext;
}

/** What one segment less joins or one more parts: a sentence, and the means of the segments at stake. */
export function KStepBlock({ title, step, side, none, context }: KStepBlockProps) {
  const { text, formats } = context;
  const { features } = useFigureSetting().dataset;
  const [first] = step?.parts ?? [];
  return (
    <section className={classes.step} aria-label={title}>
      <h4 className={classes.heading}>{title}</h4>
      <p>{step?.sentence ?? none}</p>
      {first !== undefined && (
        <>
          <p className={classes.whole}>
            {text(side === 'fewer' ? 'lab.argue.joined' : 'lab.argue.parted', {
              name: first.whole.name,
              n: first.whole.size,
              customers: formats.count(first.whole.size),
            })}
          </p>
          <StatTable table={partsTable(first.parts, features, context)} label={title} density={26} />
        </>
      )}
    </section>
  );
}
