import type { DataFilters, Dataset, RfmPreset, RfmScheme } from '@clientele/contracts';
import { useWindowEvent } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { ErrorBlock } from '../../../../components/ErrorBlock.tsx';
import { FigureFrame } from '../../../../components/FigureFrame.tsx';
import { useFormats } from '../../../../lib/use-formats.ts';
import { useText } from '../../../../lib/use-text.ts';
import { cellSums, groupSums, hasSameScores } from '../hooks/cell-sums.ts';
import { problemCells } from '../hooks/problem-cells.ts';
import { isSameScheme } from '../hooks/scheme-edits.ts';
import { useRfmGrid } from '../hooks/use-rfm-grid.ts';
import { useSchemeEditor } from '../hooks/use-scheme-editor.ts';
import { GridMaps } from './GridMaps.tsx';
import { GroupLegend } from './GroupLegend.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';
import classes from './RfmStudio.module.css';
import { ScoringSettings } from './ScoringSettings.tsx';
import { StudioTools } from './StudioTools.tsx';

export interface SchemeWorkbenchProps {
  dataset: Dataset;
  filters: DataFilters;
  asOf: string | null;
  presets: readonly RfmPreset[];
  scheme: RfmScheme;
  onChange: (scheme: RfmScheme) => void;
}

const noCells: ReadonlySet<number> = new Set();

/** A scheme on its workbench. Cells are painted here at once; their customers and the linter come from the service. */
export function SchemeWorkbench({ dataset, filters, asOf, presets, scheme, onChange }: SchemeWorkbenchProps) {
  const text = useText();
  const formats = useFormats();
  const editor = useSchemeEditor(scheme, onChange);
  const { cells, claims, brush } = editor;
  const grid = useRfmGrid({ datasetId: dataset.id, filters, asOf, scheme });
  const [said, setSaid] = useState('');
  const [opened, setOpened] = useState<{ message: string; isFault: boolean } | null>(null);
  const [markedMessage, setMarked] = useState<string | null>(null);
  const answer = grid.data !== undefined && hasSameScores(scheme, grid.data) ? grid.data : null;
  const sums = useMemo(() => (answer === null ? null : cellSums(scheme, answer)), [scheme, answer]);
  const all = useMemo(() => ({ customers: grid.data?.customers ?? 0, revenue: grid.data?.revenue ?? 0 }), [grid.data]);
  const problems = grid.data?.problems ?? [];
  const problem = problems.find(({ message }) => message === markedMessage);
  const marked = useMemo(
    () => (problem === undefined ? noCells : new Set(problemCells(problem, scheme, claims, cells))),
    [problem, scheme, claims, cells],
  );
  const preset = presets.find((each) => isSameScheme(each.scheme, scheme));
  const best = sums === null ? null : bestGroup(scheme, groupSums(cells, sums, scheme.groups.length), all);
  const measure = text(scheme.axes === 'r-fm' ? 'rfm-studio.subtitle' : 'rfm-studio.subtitleApart', {
    best: scheme.scores,
  });

  useWindowEvent('keydown', (event) => {
    const { target } = event;
    const isTyping =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio');
    if (isTyping || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    (isRedo ? editor.redo : editor.undo)?.();
  });

  return (
    <div className={classes.studio}>
      <FigureFrame
        title={
          best === null
            ? text('rfm-studio.title')
            : text('rfm-studio.finding', {
                group: best.name,
                customers: formats.share(best.customers, 0),
                revenue: formats.share(best.revenue, 0),
              })
        }
        subtitle={measure}
        actions={<StudioTools editor={editor} presets={presets} onOpened={setOpened} />}
      >
        <div className={classes.body}>
          {opened !== null && (
            <p
              role={opened.isFault ? 'alert' : 'status'}
              className={classes.opened}
              data-fault={opened.isFault || undefined}
            >
              {opened.message}
            </p>
          )}
          <ScoringSettings editor={editor} cuts={answer?.cuts ?? null} />
          {grid.error !== null && <ErrorBlock error={grid.error} onRetry={() => void grid.refetch()} />}
          <div className={classes.board} aria-busy={grid.isBehind}>
            <div className={classes.maps}>
              <p className={classes.how} data-brush={brush !== null || undefined}>
                {brush === null
                  ? text('rfm-studio.how')
                  : text(brush < 0 ? 'rfm-studio.erasing' : 'rfm-studio.painting', {
                      group: scheme.groups[brush]?.name ?? '',
                    })}
              </p>
              <GridMaps
                editor={editor}
                sums={sums}
                revenue={all.revenue}
                cuts={answer?.cuts ?? null}
                marked={marked}
                onSay={setSaid}
              />
              <p className={classes.keys}>{text('rfm-studio.keys')}</p>
            </div>
            <GroupLegend editor={editor} sums={sums} all={all} />
          </div>
          <p className={classes.source}>
            {preset === undefined
              ? text('rfm-studio.own')
              : text('rfm-studio.preset', { label: preset.label, source: preset.source })}
          </p>
          {grid.data !== undefined && (
            <ProblemPanel
              problems={problems}
              cellsOf={(each) => problemCells(each, scheme, claims, cells)}
              marked={markedMessage}
              onMark={setMarked}
            />
          )}
          <p role="status" className="hidden-visually">
            {said}
          </p>
        </div>
      </FigureFrame>
    </div>
  );
}

/** The group with the most revenue where it brings a quarter of it and twice its share of customers: else nothing stands out. */
function bestGroup(scheme: RfmScheme, sums: ReturnType<typeof groupSums>, all: { customers: number; revenue: number }) {
  if (all.customers === 0 || all.revenue <= 0) return null;
  const shares = scheme.groups.map(({ name }, group) => ({
    name,
    customers: (sums[group]?.customers ?? 0) / all.customers,
    revenue: (sums[group]?.revenue ?? 0) / all.revenue,
  }));
  const [best] = shares.sort((one, other) => other.revenue - one.revenue);
  return best !== undefined && best.revenue >= 0.25 && best.revenue >= 2 * best.customers ? best : null;
}
