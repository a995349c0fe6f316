import type { RfmGrid } from '@clientele/contracts';
import { useFormats } from '../../../../lib/use-formats.ts';
import { useText } from '../../../../lib/use-text.ts';
import { isWholeFeature, type RfmFeature, rangeText, scoreRange } from '../hooks/cut-points.ts';
import classes from './GridMap.module.css';

export interface AxisLabelProps {
  /** Of a row: value and score beside each other. */
  isRow?: boolean;
  /** Null: a joined score, which has no values of its own. */
  feature: RfmFeature | null;
  score: number;
  cuts: RfmGrid['cuts'] | null;
  isShort: boolean;
}

/** A score on an axis and the values that have it. */
export function AxisLabel({ isRow = false, feature, score, cuts, isShort }: AxisLabelProps) {
  const formats = useFormats();
  const text = useText();
  const own = feature === null || cuts === null ? null : cuts[feature];
  const write = feature === 'monetary' ? formats.moneyShort : formats.number;
  const values =
    own === null || feature === null || score > own.length + 1
      ? ''
      : rangeText(scoreRange(feature, own, score), isWholeFeature(feature), write);
  return (
    <div
      className={classes.axis}
      data-row={isRow || undefined}
      title={feature === null || values === '' ? undefined : `${text(`rfm-studio.cut.${feature}`)}: ${values}`}
    >
      {values !== '' && !isShort && <small>{values}</small>}
      <strong>{score}</strong>
    </div>
  );
}
