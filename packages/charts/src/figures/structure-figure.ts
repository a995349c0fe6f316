import type { Structure } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { capitalised } from '../format/capitalised.ts';
import { inWords } from '../format/in-words.ts';
import { cell, numberColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, fontFamily, tickedAxis } from '../theme/chart-parts.ts';
import { endLabelPlaces } from '../theme/end-labels.ts';
import { niceTicks, tickDigits } from '../theme/nice-ticks.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

type StructureInput = Pick<Structure, 'verdict' | 'groups' | 'candidates' | 'references' | 'rows' | 'exact'>;

/** Above the best of the data without groups by so much, silhouettes are not those of one cloud. */
const beyond = 0.02;
/** Lines that hardly differ are not drawn as if they did. */
const leastSpan = 0.2;
const bottom = 24;
const labelStep = 15;

/** Silhouettes of these customers over k against those of data that have no groups. */
export function structureFigure(structure: StructureInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const candidates = structure.candidates
    .map((candidate, at) => ({
      ...candidate,
      references: structure.references.map(({ silhouettes }) => silhouettes[at] ?? Number.NaN),
    }))
    .sort((left, right) => left.k - right.k);
  const written = (value: number) => (Number.isFinite(value) ? formats.fixed(value, 3) : '\u2013');
  const lines = [
    { name: text('structure.customers'), values: candidates.map(({ silhouette }) => silhouette), isOwn: true },
    ...structure.references.map(({ kind }, at) => ({
      name: text(`structure.${kind}`),
      values: candidates.map(({ references }) => references[at] ?? Number.NaN),
      isOwn: false,
    })),
  ];
  const height = 240;

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const known = lines.flatMap(({ values }) => values).filter(Number.isFinite);
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const pad = Math.max(0, leastSpan - (high - low)) / 2;
    const ticks = niceTicks(low - pad, high + pad, 3, true);
    const [floor, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
    const plot = (drawing.height ?? height) - bottom - 8;
    const labelWidth = Math.round(
      Math.min(drawing.width * 0.34, Math.max(...lines.map(({ name }) => name.length)) * 6.4 + 14),
    );
    const ends = lines.map(({ values }) => values.findLast(Number.isFinite) ?? floor);
    const wanted = ends.map((value) => ((top - value) / (top - floor)) * plot);
    const places = endLabelPlaces(wanted, labelStep, plot);
    const dashes = [
      [6, 4],
      [2, 3],
      [8, 3, 2, 3],
    ];
    return {
      ...chartBase(colors),
      grid: { left: 34, right: labelWidth, top: 8, bottom, outerBoundsMode: 'none' },
      tooltip: figureTooltip(
        colors,
        (index) => {
          const candidate = candidates[index];
          if (candidate === undefined) return null;
          return {
            title: text('structure.tooltip', { k: formats.count(candidate.k) }),
            rows: lines.map(({ name, values }) => [name, written(values[index] ?? Number.NaN)]),
          };
        },
        'axis',
      ),
      xAxis: {
        ...categoryAxis(
          colors,
          candidates.map(({ k }) => String(k)),
        ),
      },
      yAxis: {
        ...tickedAxis(colors, ticks, (value) => formats.fixed(value, tickDigits(ticks))),
        min: floor,
        max: top,
      },
      series: lines.map(({ name, values, isOwn }, at) => ({
        type: 'line' as const,
        name,
        z: isOwn ? 4 : 2,
        symbol: isOwn ? 'circle' : 'none',
        symbolSize: 5,
        showAllSymbol: true,
        itemStyle: { color: colors.ink },
        lineStyle: isOwn
          ? { width: 1.75, color: colors.ink }
          : { width: 1.25, color: colors.measure2, type: dashes[(at - 1) % dashes.length] ?? [6, 4] },
        data: values.map((value) => (Number.isFinite(value) ? value : '-')),
        endLabel: {
          show: true,
          formatter: name,
          distance: 8,
          offset: [0, (places[at] ?? 0) - (wanted[at] ?? 0)],
          fontFamily,
          fontSize: 11,
          fontWeight: isOwn ? 600 : 450,
          color: isOwn ? colors.ink : colors.ink2,
          width: labelWidth - 8,
          overflow: 'truncate' as const,
        },
      })),
    };
  };

  const subtitle = text('structure.subtitle');
  return {
    id: 'structure',
    title: titleOf(structure, context),
    subtitle: structure.exact ? subtitle : text('structure.sampled', { subtitle, rows: formats.count(structure.rows) }),
    option: candidates.some(({ silhouette }) => Number.isFinite(silhouette)) ? option : null,
    renderer: 'svg',
    height,
    table: {
      columns: [
        numberColumn('k', text('structure.segments')),
        numberColumn('silhouette', text('structure.customers')),
        ...structure.references.map(({ kind }) => numberColumn(kind, text(`structure.${kind}`))),
        numberColumn('parted', text('structure.parted')),
        numberColumn('weakest', text('structure.weakest')),
      ],
      rows: candidates.map(({ k, silhouette, parted, weakest, references }) => ({
        k: cell(k, formats.count(k)),
        silhouette: cell(finite(silhouette), written(silhouette)),
        ...Object.fromEntries(
          structure.references.map(({ kind }, at) => {
            const value = references[at] ?? Number.NaN;
            return [kind, cell(finite(value), written(value))];
          }),
        ),
        parted: cell(parted, formats.count(parted)),
        weakest: cell(finite(weakest), written(weakest)),
      })),
    },
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function titleOf({ verdict, groups, candidates }: StructureInput, context: FigureContext): string {
  const { formats, text } = context;
  if (verdict === 'slices')
    return text(
      candidates.length > 0 && candidates.every(({ silhouette, expected }) => silhouette <= expected + beyond)
        ? 'structure.titleCloud'
        : 'structure.titleSlices',
    );
  const at = candidates.find(({ k }) => k === groups);
  const named = { groups: capitalised(inWords(groups, context)) };
  return at === undefined || at.silhouette <= at.expected + beyond
    ? text('structure.titleParted', named)
    : text('structure.titleNatural', {
        ...named,
        own: formats.fixed(at.silhouette, 2),
        expected: formats.fixed(at.expected, 2),
      });
}

export const structure = defineFigure({
  id: 'structure',
  name: 'structure.name',
  help: 'structure.help',
  screen: 'lab',
  needs: ['segmentation'],
  make: ({ segmentation: { evidence } }, setting) =>
    evidence == null || evidence.structure.candidates.length === 0
      ? null
      : structureFigure(evidence.structure, setting),
});
