import type { RfmGrid } from '@clientele/contracts';
import { useElementSize } from '@mantine/hooks';
import { type CSSProperties, memo } from 'react';
import { useFormats } from '../../../../lib/use-formats.ts';
import { useScheme } from '../../../../lib/use-scheme.ts';
import { useText } from '../../../../lib/use-text.ts';
import { letterOf } from '../hooks/brush-keys.ts';
import type { RfmSum } from '../hooks/cell-sums.ts';
import { compactCount } from '../hooks/compact-count.ts';
import { groupFill } from '../hooks/group-fill.ts';
import { cellAt, noGroup } from '../hooks/rfm-cells.ts';
import { useCodeText, useGridPainting } from '../hooks/use-grid-painting.ts';
import type { SchemeEditor } from '../hooks/use-scheme-editor.ts';
import { AxisLabel } from './AxisLabel.tsx';
import { GridCell } from './GridCell.tsx';
import classes from './GridMap.module.css';

export interface GridMapProps {
  editor: SchemeEditor;
  /** Score of M, from 1; 1 where F and M are joined. */
  layer: number;
  /** Of all cells; null while they are not known. */
  sums: readonly RfmSum[] | null;
  revenue: number;
  /** As they came out; null while they are not known. */
  cuts: RfmGrid['cuts'] | null;
  marked: ReadonlySet<number>;
  /** Tells what was done to those who do not see it. */
  onSay: (message: string) => void;
}

/** Room for the scores of R, in pixels: with the values that have them, and without. */
const headWidth = { wide: 68, small: 22 } as const;
/** From which width of a cell on its parts are written, in pixels. */
const fits = { values: 44, name: 60, beside: 62, share: 44, count: 26 } as const;
const cellHeight = { least: 34, most: 64 } as const;

/** R down with the best on top, FM or F across with the best at the right; painted with pointer and keys. */
export const GridMap = memo(function GridMap({ editor, layer, sums, revenue, cuts, marked, onSay }: GridMapProps) {
  const { scheme, cells, brush } = editor;
  const { scores, groups, axes } = scheme;
  const text = useText();
  const formats = useFormats();
  const colours = useScheme();
  const codeText = useCodeText(editor);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const { grid, here, handlers } = useGridPainting(editor, layer, onSay);

  const isWide = width === 0 || (width - headWidth.wide) / scores >= fits.values;
  const head = isWide ? headWidth.wide : headWidth.small;
  const cellWidth = (width - head) / scores;
  const wanted = isWide ? 340 / scores : cellWidth * 0.9;
  const measures = {
    '--scores': scores,
    '--head': `${head}px`,
    '--cell-height': `${Math.round(Math.min(cellHeight.most, Math.max(cellHeight.least, wanted)))}px`,
  } as CSSProperties;
  const across = Array.from({ length: scores }, (_, at) => at + 1);
  const groupAt = (r: number, x: number) =>
    r < 1 || r > scores || x < 1 || x > scores ? undefined : cells[cellAt({ r, across: x, layer }, scheme)];

  const cellOf = (r: number, x: number) => {
    const cell = cellAt({ r, across: x, layer }, scheme);
    const group = cells[cell] ?? noGroup;
    const sum = sums?.[cell];
    const share = sum === undefined || revenue <= 0 ? 0 : sum.revenue / revenue;
    const [top, right, bottom, left] = [
      [r + 1, x] as const,
      [r, x + 1] as const,
      [r - 1, x] as const,
      [r, x - 1] as const,
    ].map((place) => groupAt(...place) !== group);
    const said = { code: codeText(cell), group: groups[group]?.name ?? text('rfm-studio.noGroup') };
    const label =
      sum === undefined
        ? text('rfm-studio.cell', said)
        : text('rfm-studio.cell.sums', {
            ...said,
            n: sum.customers,
            customers: formats.count(sum.customers),
            share: formats.share(share),
          });
    const isNobody = sum?.customers === 0;
    const count = sum === undefined ? null : isNobody ? '\u2013' : compactCount(sum.customers, formats);
    return (
      <GridCell
        key={x}
        cell={cell}
        column={x}
        label={label}
        letter={group === noGroup ? '' : letterOf(group)}
        name={top && left && cellWidth >= fits.name ? (groups[group]?.name ?? null) : null}
        count={cellWidth < fits.count ? null : count}
        share={
          sum === undefined || isNobody || cellWidth < fits.share ? null : formats.share(share, share < 0.0995 ? 1 : 0)
        }
        isStacked={cellWidth < fits.beside}
        fill={groupFill(group, colours)}
        isNone={group === noGroup}
        isMarked={marked.has(cell)}
        isActive={r === here.r && x === here.across}
        edges={`${top ? 't' : ''}${right ? 'r' : ''}${bottom ? 'b' : ''}${left ? 'l' : ''}`}
      />
    );
  };

  return (
    <div ref={measured} className={classes.map} style={measures}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid (ARIA in HTML allows it); only so do its keys reach the user of a screen reader
        role="grid"
        aria-label={axes === 'r-fm' ? text('rfm-studio.map') : text('rfm-studio.map.of', { m: layer })}
        aria-colcount={scores}
        aria-rowcount={scores}
        className={classes.grid}
        data-painting={brush !== null || undefined}
        {...handlers}
      >
        <tbody>
          {across.toReversed().map((r, row) => (
            <tr key={r} aria-rowindex={row + 1} className={classes.row}>
              <th scope="row">
                <AxisLabel isRow feature="recency" score={r} cuts={cuts} isShort={!isWide} />
              </th>
              {across.map((x) => cellOf(r, x))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.foot} aria-hidden="true">
        <span />
        {across.map((x) => (
          <AxisLabel
            key={x}
            feature={axes === 'r-fm' ? null : 'frequency'}
            score={x}
            cuts={cuts}
            isShort={cellWidth < fits.values}
          />
        ))}
      </div>
      {isWide && (
        <p className={classes.axes}>
          <span>{text('rfm-studio.axis.r')}</span>
          <span>{text(axes === 'r-fm' ? 'rfm-studio.axis.fm' : 'rfm-studio.axis.f')}</span>
        </p>
      )}
    </div>
  );
}, isSameMap);

/** A stroke changes the cells of one map only: the others are not drawn anew. All else that an editor does follows from scheme and brush. */
function isSameMap(before: GridMapProps, now: GridMapProps): boolean {
  const { editor, ...rest } = now;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  if (editor.scheme !== before.editor.scheme || editor.brush !== before.editor.brush) return false;
  if (keys.some((key) => now[key] !== before[key])) return false;
  const size = editor.scheme.scores ** 2;
  const start = (now.layer - 1) * size;
  for (let cell = start; cell < start + size; cell++)
    if (editor.cells[cell] !== before.editor.cells[cell]) return false;
  return true;
}
