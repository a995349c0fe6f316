import { type FigureContext, stability, structure, structureFinding } from '@clientele/charts';
import type { Segmentation } from '@clientele/contracts';
import { useMemo } from 'react';
import { Block } from '../../../components/Block.tsx';
import { EvidenceWait } from '../../../components/EvidenceWait.tsx';
import { HelpButton } from '../../../components/HelpButton.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { useEvidence } from '../../../lib/use-evidence.ts';
import { verdictFacts } from '../hooks/verdict-facts.ts';
import { AgreementTable } from './AgreementTable.tsx';
import classes from './VerdictPanel.module.css';
import { Warnings } from './Warnings.tsx';

/** Whether there are groups at all, with the figures behind it, and whether the same segments come out again. */
export function VerdictPanel({ segmentation, context }: { segmentation: Segmentation; context: FigureContext }) {
  const { formats, text } = context;
  const { document } = segmentation;
  const state = useEvidence(segmentation);
  const { evidence } = state;
  const sources = useMemo(
    () => (evidence === null ? undefined : { segmentation: { ...document, evidence } }),
    [document, evidence],
  );
  const k = document.segments.length;
  const found = evidence === null ? null : structureFinding(evidence.structure, k, context);
  return (
    <section className={classes.panel} aria-labelledby="verdict">
      <header className={classes.head}>
        <h2 id="verdict">{text('evidence.verdict')}</h2>
        <HelpButton of={text('evidence.verdict')} help={text('verdict.help')} />
      </header>
      <EvidenceWait state={state} />
      {evidence !== null && found !== null && (
        <>
          <p className={classes.verdict}>{found.verdict}</p>
          <p className={classes.about}>
            {[
              found.about,
              found.unparted,
              evidence.structure.outliers > 0 ? text('verdict.outliers', { n: evidence.structure.outliers }) : null,
              evidence.structure.exact
                ? null
                : text('verdict.sampled', { rows: formats.count(evidence.structure.rows) }),
            ]
              .filter((each) => each !== null)
              .join(' ')}
          </p>
          <dl className={classes.facts} aria-label={text('verdict.figures')}>
            {verdictFacts(evidence.structure, k, context).map(({ label, value, note }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {value}
                  <small>{note}</small>
                </dd>
              </div>
            ))}
          </dl>
          <Warnings problems={evidence.structure.warnings} />
        </>
      )}
      {evidence === null && state.error === null && <Block height={120} />}
      {state.error === null && (
        <div className={classes.figures}>
          <RegisteredFigure definition={structure} sources={sources} context={context} />
          <div className={classes.stack}>
            <RegisteredFigure definition={stability} sources={sources} context={context} />
            {evidence !== null && <AgreementTable stability={evidence.stability} context={context} />}
          </div>
        </div>
      )}
    </section>
  );
}
