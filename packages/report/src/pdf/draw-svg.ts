import svgToPdf from 'svg-to-pdfkit';
import type { Sheet } from './sheet.ts';
import { svgForPdf } from './svg-text.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const points = /<g class="points"([^>]*)>((?:<circle [^>]*\/>)+)<\/g>/g;
const circle = /<circle cx="(\S+)" cy="(\S+)" r="(\S+)"\/>/g;
const value = (attributes: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];

/**
 * Draws SVG text as vectors. Groups of points are drawn here: thousands of them take svg-to-pdfkit seconds. Those inside a clip path and
 * those with an outline are left to it.
 */
export function drawSvg(sheet: Sheet, svg: string, box: Box): void {
  const head = /^<svg[^>]*>/.exec(svg)?.[0] ?? '<svg>';
  const definitions = (svg.match(/<defs[\s\S]*?<\/defs>/g) ?? []).join('');
  const [, , , width = box.width, height = box.height] =
    /viewBox="([\d.-]+) ([\d.-]+) ([\d.]+) ([\d.]+)"/.exec(head)?.map(Number) ?? [];
  const scale = Math.min(box.width / width, box.height / height);
  const body = svg.slice(head.length).replace(/<\/svg>\s*$/, '');
  let from = 0;
  const drawPart = (part: string) => {
    if (part === '' || part === definitions) return;
    const whole = part.includes('<defs') ? part : definitions + part;
    svgToPdf(sheet.document as never, svgForPdf(`${head}${whole}</svg>`, sheet.type), box.x, box.y, {
      width: box.width,
      height: box.height,
      preserveAspectRatio: 'xMinYMin meet',
      fontCallback: (family) => family,
      warningCallback: () => undefined,
    });
  };
  for (const match of body.matchAll(points)) {
    const [whole, attributes = '', marks = ''] = match;
    const before = body.slice(from, match.index);
    const isOpen = (before.match(/<g[\s>]/g) ?? []).length !== (before.match(/<\/g>/g) ?? []).length;
    const color = value(attributes, 'fill');
    if (isOpen || attributes.includes(' stroke="') || color === undefined || !color.startsWith('#')) continue;
    drawPart(before);
    drawPoints(sheet.document, marks, color, Number(value(attributes, 'fill-opacity') ?? 1), box, scale);
    from = match.index + whole.length;
  }
  drawPart(body.slice(from));
}

/** A line of no length with round ends is a dot. */
function drawPoints(
  document: PDFKit.PDFDocument,
  marks: string,
  color: string,
  opacity: number,
  { x, y }: Box,
  scale: number,
): void {
  document.save().lineCap('round').strokeColor(color, opacity);
  let width = 0;
  for (const [, left, top, radius] of marks.matchAll(circle)) {
    const wanted = 2 * Number(radius) * scale;
    if (wanted !== width) document.lineWidth(wanted);
    width = wanted;
    const [at, down] = [x + Number(left) * scale, y + Number(top) * scale];
    document.moveTo(at, down).lineTo(at, down).stroke();
  }
  document.restore();
}
