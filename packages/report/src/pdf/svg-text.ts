import type { Weight } from '../figures/inter-files.ts';
import type { Typesetter } from './typesetter.ts';

const decoded: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
};
const decode = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#0?39);/g, (entity) => decoded[entity] ?? entity);
const encode = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

/** Weights from here on are set in semibold. */
const leastBold = 540;

/**
 * A drawing as svg-to-pdfkit can draw it: each text cut into the fonts that have its letters, halos drawn before the text instead of over
 * it, and dots that are letters as circles (Inter's files have none).
 */
export function svgForPdf(svg: string, type: Typesetter): string {
  return svg.replace(/<text([^>]*)>([^<]*)<\/text>/g, (_, attributes: string, content: string) => {
    const css = attribute(attributes, 'style') ?? '';
    const size = Number(/([\d.]+)px/.exec(css)?.[1] ?? attribute(attributes, 'font-size')?.replace('px', '') ?? 12);
    const weightText = /font-weight:\s*(\w+)|font:[^;]*?\b(bold|\d{3})\s/.exec(css);
    const wanted = weightText?.[1] ?? weightText?.[2] ?? attribute(attributes, 'font-weight') ?? '';
    const weight: Weight = wanted === 'bold' || Number(wanted) >= leastBold ? 600 : 400;
    const plain = decode(content);
    if (plain.trim() === '●') return dot(attributes, size);
    const kept = `${attributes.replace(/\s(style|paint-order|font-family|font-weight|font-size)="[^"]*"/g, '')} font-size="${size}"`;
    const spans = type
      .runs(plain, weight)
      .map(({ font, text }) => `<tspan font-family="${font}">${encode(text)}</tspan>`)
      .join('');
    const isHaloed = attributes.includes('paint-order="stroke"') && attribute(attributes, 'stroke') !== undefined;
    if (!isHaloed) return `<text${kept}>${spans}</text>`;
    const halo = kept.replace(/\sfill="[^"]*"/, ' fill="none"').replace(/\sstroke-linejoin="[^"]*"/, '');
    const filled = kept.replace(/\sstroke(-[\w]+)?="[^"]*"/g, '');
    return `<text${halo} stroke-linejoin="round">${spans}</text><text${filled}>${spans}</text>`;
  });
}

function dot(attributes: string, size: number): string {
  const radius = size * 0.32;
  const width = size * 0.8;
  const anchor = attribute(attributes, 'text-anchor');
  const shift = anchor === 'middle' ? 0 : anchor === 'end' ? -width / 2 : width / 2;
  const isCentral = attributes.includes('"central"') || attributes.includes('"middle"');
  const x = Number(attribute(attributes, 'x') ?? 0) + shift;
  const y = Number(attribute(attributes, 'y') ?? 0) - (isCentral ? 0 : size * 0.36);
  const kept = ['transform', 'fill', 'fill-opacity'].flatMap((name) => {
    const value = attribute(attributes, name);
    return value === undefined ? [] : [`${name}="${value}"`];
  });
  return `<circle cx="${x}" cy="${y}" r="${radius}" ${kept.join(' ')}/>`;
}
