import type { EChartsOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import type { Formats } from '../format/create-formats.ts';
import { chartBase } from '../theme/chart-parts.ts';
import { type StepLegend, stepLegend, stepLegendSize } from '../theme/step-legend.ts';
import { type Tokens, tokens } from '../theme/tokens.ts';
import { figureTooltip, type TooltipContent } from '../theme/tooltip.ts';
import { countryPoints } from './country-points.ts';
import { isoCodes } from './iso-codes.ts';
import { classOf, type MapClasses, mapClasses } from './map-classes.ts';
import type { MapCountries, MapCountry } from './map-countries.ts';
import { mapAspect, mapBounds, naturalEarth } from './natural-earth.ts';
import { worldMapName } from './world-map-name.ts';

export interface WorldMapParts {
  value(row: MapCountry): number;
  isMoney: boolean;
  formats: Formats;
  /** At the step of the legend for amounts below zero. */
  below: string;
  describe(row: MapCountry): TooltipContent;
}

/** As much of the width the open sea at the lower left leaves to the legend. */
const seaShare = 0.31;
const pointSize = 7;

/** Good height in pixels. */
export const worldMapHeight = 250;

/** How countries are drawn on the ground: fill by class, the small ones as points. Their data carry the names in the data, to filter by. */
export function worldMapOption(
  { onMap }: MapCountries,
  parts: WorldMapParts,
): { option: (drawing: Drawing) => EChartsOption; scale: MapClasses['scale'] } {
  const { value, formats } = parts;
  const classes = mapClasses(onMap.map(value));
  const hasNegative = onMap.some((row) => value(row) < 0);
  const coloured = new Set(onMap.map(({ code }) => code));
  const points = onMap.flatMap((row) => {
    const place = countryPoints.get(row.code);
    return place === undefined ? [] : [{ row, at: naturalEarth(...place) }];
  });

  const option = ({ scheme, width, height = worldMapHeight }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const ramp = steps(classes, colors);
    const fill = (row: MapCountry) => ramp[classOf(value(row), classes)] ?? colors.around[0];
    const legend: StepLegend = {
      colors: ramp,
      limits: classes.edges.map((edge) => limitText(edge, parts.isMoney, formats)),
      ...(hasNegative && { before: { color: colors.around[0], label: parts.below } }),
    };
    const hasLegend = ramp.length > 1 || hasNegative;
    const place = layout(width, height, hasLegend ? stepLegendSize(legend) : null);
    const hovered = { borderColor: colors.ink, borderWidth: 1 };
    const mark = (row: MapCountries['onMap'][number]) => ({ name: row.code, names: row.names });
    return {
      ...chartBase(colors),
      tooltip: figureTooltip(colors, (index, series) => {
        const row = series === 0 ? onMap[index] : points[index]?.row;
        return row === undefined ? null : parts.describe(row);
      }),
      geo: {
        map: worldMapName,
        roam: false,
        aspectScale: 1,
        boundingCoords: [
          [mapBounds.left, mapBounds.top],
          [mapBounds.right, mapBounds.bottom],
        ],
        ...place.map,
        itemStyle: { areaColor: colors.hairline, borderColor: colors.page, borderWidth: 0.5 },
        label: { show: false },
        emphasis: { label: { show: false } },
        selectedMode: false,
        regions: [
          ...onMap.map((row) => ({
            name: row.code,
            itemStyle: { areaColor: fill(row) },
            emphasis: { itemStyle: { ...hovered, areaColor: fill(row) } },
          })),
          ...isoCodes.filter(({ code }) => !coloured.has(code)).map(({ code }) => ({ name: code, silent: true })),
        ],
      },
      series: [
        {
          type: 'map',
          map: worldMapName,
          geoIndex: 0,
          selectedMode: false,
          showLegendSymbol: false,
          data: onMap.map((row) => ({ ...mark(row), value: value(row) })),
        },
        {
          type: 'scatter',
          coordinateSystem: 'geo',
          symbolSize: pointSize,
          emphasis: { itemStyle: { borderColor: colors.ink } },
          data: points.map(({ row, at }) => ({
            ...mark(row),
            value: at,
            itemStyle: { color: fill(row), opacity: 1, borderColor: colors.page, borderWidth: 1 },
          })),
        },
        ...(hasLegend ? [stepLegend(legend, place.legend, colors)] : []),
      ],
    };
  };
  return { option, scale: classes.scale };
}

/** The strong end of the ramp: its weak one would be lost on the grey ground. */
function steps({ edges }: MapClasses, { ramp }: Tokens): readonly string[] {
  return edges.length === 0 ? ramp.slice(-2, -1) : ramp.slice(-1 - edges.length);
}

function layout(width: number, height: number, legend: { width: number; height: number } | null) {
  const margin = 4;
  const isBelow = legend !== null && legend.width > Math.min(width, height * mapAspect) * seaShare;
  const room = height - (isBelow ? legend.height + 2 * margin : 0);
  const mapWidth = Math.min(width, room * mapAspect);
  const mapHeight = mapWidth / mapAspect;
  const left = (width - mapWidth) / 2;
  const top = Math.max(0, (room - mapHeight) / 3);
  return {
    map: { left, top, width: mapWidth, height: mapHeight },
    legend: { x: left, y: top + mapHeight + margin - (isBelow || legend === null ? -margin : legend.height + margin) },
  };
}

/** Short, as it stands in a row of them: "£10k". Limits are round. */
function limitText(limit: number, isMoney: boolean, formats: Formats): string {
  const [divisor, suffix] = limit >= 1e9 ? [1e9, 'B'] : limit >= 1e6 ? [1e6, 'M'] : limit >= 1e3 ? [1e3, 'k'] : [1, ''];
  const scaled = limit / divisor;
  return (isMoney && Number.isInteger(scaled) ? formats.money(scaled) : formats.number(scaled)).replace(
    /(\d)(\D*)$/,
    `$1${suffix}$2`,
  );
}
