import { type Scheme, tokens } from './tokens.ts';

export type MarkShape = 'circle' | 'diamond' | 'triangle' | 'rect' | 'pin';

export interface SegmentMark {
  color: string;
  shape: MarkShape;
  /** From the eighth segment on the colours repeat at a tint, hatched in bars. */
  isTinted: boolean;
}

const shapes: readonly MarkShape[] = ['diamond', 'triangle', 'rect', 'pin'];
const tint = 0.45;

function mix(foreground: string, background: string, share: number): string {
  const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const channels = [1, 3, 5].map((at) => Math.round(part(foreground, at) * share + part(background, at) * (1 - share)));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** How the segment with this id is drawn everywhere; ids are in order of value, -1 is no segment. */
export function segmentMark(segment: number, scheme: Scheme): SegmentMark {
  const { segments, noise, page } = tokens[scheme];
  if (segment < 0) return { color: noise, shape: 'circle', isTinted: false };
  const color = segments[segment % segments.length] ?? noise;
  const isTinted = segment >= segments.length;
  const shape = segment < 6 ? 'circle' : (shapes[(segment - 6) % shapes.length] ?? 'circle');
  return { color: isTinted ? mix(color, page, tint) : color, shape, isTinted };
}

/** Text colour with a contrast of at least 4.5 on a filled mark (relative luminance as in WCAG 2). */
export function textOn(fill: string): '#000000' | '#FFFFFF' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#FFFFFF';
}
