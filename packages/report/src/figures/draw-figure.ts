/// <reference path="./echarts-dist.d.ts" />
import type { Drawing, Figure } from '@clientele/charts';
import { interWidth } from './inter-width.ts';
import { roundPoints } from './round-points.ts';

/** The bundle in one file: loaded eight times as fast as the package's five hundred modules. */
const echartsOf = async () => {
  const echarts = await import('echarts/dist/echarts.esm.min');
  echarts.setPlatformAPI({ measureText: (text, font) => ({ width: interWidth(text, font) }) });
  return echarts;
};
let loading: ReturnType<typeof echartsOf> | undefined;
const grounds = new WeakMap<object, Set<string>>();

/** True where paper can hold the drawing; other figures stand as their table. */
export const isDrawable = (figure: Figure): boolean => figure.option !== null && figure.renderer !== 'gl';

/**
 * A figure as SVG text, with ids that begin with `prefix` so that several can stand in one document. Null where it has no drawing.
 * The same figure gives the same text.
 */
export async function drawFigure(figure: Figure, drawing: Drawing, prefix: string): Promise<string | null> {
  if (figure.option === null || !isDrawable(figure)) return null;
  loading ??= echartsOf();
  const echarts = await loading;
  const ground = await figure.ground?.();
  if (ground !== undefined) {
    const known = grounds.get(echarts) ?? new Set();
    grounds.set(echarts, known);
    // The package takes GeoJSON of any kind but types it narrowly.
    if (!known.has(ground.name))
      echarts.registerMap(ground.name, ground.geoJson as Parameters<typeof echarts.registerMap>[1]);
    known.add(ground.name);
  }
  const height = drawing.height ?? figure.height;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: drawing.width, height });
  try {
    chart.setOption({ ...figure.option({ ...drawing, height }), animation: false });
    return tidied(chart.renderToSVGString(), prefix);
  } finally {
    chart.dispose();
  }
}

/** Ids of the document instead of those of the process, nothing that only serves a pointer. */
function tidied(svg: string, prefix: string): string {
  const links = / xmlns:xlink="[^"]*"/g;
  const plain = svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (class|pointer-events|version|baseProfile|ecmeta_[\w-]+)="[^"]*"/g, '')
    .replace(/(id="|url\(#|href="#)zr\d+-/g, `$1${prefix}-`)
    .replace(/>\s*\n\s*</g, '><');
  return roundPoints(plain.includes('xlink:href') ? plain : plain.replace(links, ''));
}
