import { comparison as comparisonDefinition } from '@clientele/charts';
import { methodTable, type Segmentation } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
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
  const [picked, setPicked] = useState(nothing);
  const others = segmentations.filter(({ id }) => id !== segmentation.id);
  const other = others.find(({ id }) => id === picked)?.id ?? null;
  const query = useComparison(segmentation.id, other);
  const comparison = query.data;
  const sources = useMemo(() => (comparison === undefined ? undefined : { comparison }), [comparison]);
  const select = (
    <NativeSelect
      label="Compare with"
      data={[
        { value: nothing, label: 'Choose a segmentation' },
        ...others.map(({ id, name, method, k, draft }) => ({
          value: id,
          label: `${name}: ${methodTable[method].label}, ${k} segments${draft ? ', not saved' : ''}`,
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
      <FigureFrame title="Side by side" subtitle="Do two segmentations say the same of each customer?">
        {select}
        {others.length === 0 && (
          <p className={classes.hint}>There is no other one yet: save this one, then run another recipe.</p>
        )}
      </FigureFrame>
    );
  return (
    <div className={classes.panel}>
      {select}
      {comparison !== undefined && (
        <p className={classes.verdict}>
          <strong>{comparisonVerdict(comparison)}.</strong>
        </p>
      )}
      <div className={classes.sides}>
        <RegisteredFigure definition={comparisonDefinition} sources={sources} query={query} />
        {comparison !== undefined && (
          <dl className={classes.facts}>
            {comparisonFacts(comparison, context.formats).map(({ label, value, help }) => (
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
