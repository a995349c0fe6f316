import { comparison as comparisonDefinition } from '@clientele/charts';
import type { Segmentation } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { methodLabel } from '../../../lib/method-label.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useComparison } from '../api/use-comparison.ts';
import { comparisonFacts, comparisonVerdict } from '../hooks/comparison-words.ts';
import classes from './ComparePanel.module.css';

const nothing = '';

/** Another segmentation of the dataset beside this one: who is where in both, and how far they agree. */
export function ComparePanel({ segmentation }: { segmentation: Segmentation }) {
  const { segmentations } = useSegmentation();
  const context = useFigureContext();
  const { text } = context;
  const [picked, setPicked] = useState(nothing);
  const others = segmentations.filter(({ id }) => id !== segmentation.id);
  const other = others.find(({ id }) => id === picked)?.id ?? null;
  const query = useComparison(segmentation.id, other);
  const comparison = query.data;
  const sources = useMemo(() => (comparison === undefined ? undefined : { comparison }), [comparison]);
  const select = (
    <NativeSelect
      label={text('lab.side.with')}
      data={[
        { value: nothing, label: text('lab.side.choose') },
        ...others.map(({ id, name, method, k, draft }) => ({
          value: id,
          label: text('lab.side.option', { name, method: methodLabel(method, text), k, draft: draft ? 'yes' : 'no' }),
        })),
      ]}
      value={other ?? nothing}
      disabled={others.length === 0}
      className={classes.select}
      onChange={({ currentTarget }) => setPicked(currentTarget.value)}
    />
  );
  if (other === null)
    return (
      <FigureFrame title={text('lab.side')} subtitle={text('lab.side.subtitle')}>
        {select}
        {others.length === 0 && <p className={classes.hint}>{text('lab.side.none')}</p>}
      </FigureFrame>
    );
  return (
    <div className={classes.panel}>
      {select}
      {comparison !== undefined && (
        <p className={classes.verdict}>
          <strong>{comparisonVerdict(comparison, text)}.</strong>
        </p>
      )}
      <div className={classes.sides}>
        <RegisteredFigure definition={comparisonDefinition} sources={sources} query={query} />
        {comparison !== undefined && (
          <dl className={classes.facts}>
            {comparisonFacts(comparison, context).map(({ label, value, help }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <strong>{value}</strong>
                  <span>{help}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  );
}
