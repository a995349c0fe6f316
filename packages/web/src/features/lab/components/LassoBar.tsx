import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { type Box, lassoOfBox } from '../hooks/lasso-shapes.ts';
import type { Corner } from '../hooks/simplify-line.ts';
import classes from './Lasso.module.css';

export interface LassoBarProps {
  /** Around everybody. */
  whole: Box;
  onDraw: (polygon: Corner[]) => void;
}

const sides = ['left', 'right', 'bottom', 'top'] as const;

/** How to draw, and the same without a pointer: a box by four numbers in the units of the figure's table. */
export function LassoBar({ whole, onDraw }: LassoBarProps) {
  const text = useText();
  const formats = useFormats();
  const [box, setBox] = useState<Record<keyof Box, number | string>>({ ...whole });
  const at = (side: keyof Box) => formats.fixed(whole[side], 2);
  const numbers = {
    left: Number(box.left),
    right: Number(box.right),
    bottom: Number(box.bottom),
    top: Number(box.top),
  };
  const polygon = sides.some((side) => box[side] === '') ? null : lassoOfBox(numbers);
  return (
    <div className={classes.bar}>
      <p>{text('lasso.hint')}</p>
      <details>
        <summary>{text('lasso.byNumbers')}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (polygon !== null) onDraw(polygon);
          }}
        >
          <p>
            {text('lasso.byNumbersHint', {
              left: at('left'),
              right: at('right'),
              bottom: at('bottom'),
              top: at('top'),
            })}
          </p>
          <div className={classes.box}>
            {sides.map((side) => (
              <NumberInput
                key={side}
                label={text(`lasso.${side}`)}
                value={box[side]}
                hideControls
                styles={{ input: { textAlign: 'right' } }}
                onChange={(next) =>
                  setBox((current) => ({ ...current, [side]: typeof next === 'bigint' ? Number(next) : next }))
                }
              />
            ))}
            <Button type="submit" disabled={polygon === null}>
              {text('lasso.select')}
            </Button>
          </div>
        </form>
      </details>
    </div>
  );
}
