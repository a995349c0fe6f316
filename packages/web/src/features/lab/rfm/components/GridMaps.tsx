import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { Segmented } from '../../../../components/Segmented.tsx';
import { narrow } from '../../../../lib/narrow.ts';
import { useFormats } from '../../../../lib/use-formats.ts';
import { useText } from '../../../../lib/use-text.ts';
import { rangeText, scoreRange } from '../hooks/cut-points.ts';
import { layersOf } from '../hooks/rfm-cells.ts';
import { GridMap, type GridMapProps } from './GridMap.tsx';
import classes from './RfmStudio.module.css';

/** One map; with three axes one for each score of M, the best first, and on a narrow screen one at a time. */
export function GridMaps(props: Omit<GridMapProps, 'layer'>) {
  const { editor, cuts } = props;
  const { axes, scores } = editor.scheme;
  const text = useText();
  const formats = useFormats();
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const [picked, setPicked] = useState(scores);
  if (axes === 'r-fm') return <GridMap key={scores} {...props} layer={1} />;
  const layers = Array.from({ length: layersOf(editor.scheme) }, (_, at) => scores - at);
  const only = Math.min(picked, scores);
  const valuesOf = (m: number) =>
    cuts === null || cuts.monetary.length !== scores - 1
      ? ''
      : rangeText(scoreRange('monetary', cuts.monetary, m), false, formats.moneyShort);
  const map = (m: number) => (
    <section key={`${scores}-${m}`} className={classes.layer}>
      <h3>
        {text('rfm-studio.layer', { m })} <small>{valuesOf(m)}</small>
      </h3>
      <GridMap {...props} layer={m} />
    </section>
  );
  if (!isNarrow)
    return (
      <div className={classes.layers} style={{ '--scores': scores } as React.CSSProperties}>
        {layers.map(map)}
      </div>
    );
  return (
    <div className={classes.oneLayer}>
      <Segmented
        label={text('rfm-studio.layers')}
        isFullWidth
        value={String(only)}
        options={layers.map((m) => ({
          value: String(m),
          label: scores > 6 ? String(m) : text('rfm-studio.layer', { m }),
        }))}
        onChange={(m) => setPicked(Number(m))}
      />
      {map(only)}
    </div>
  );
}
