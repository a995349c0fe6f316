import { type Scheme, tokens } from './tokens.ts';

const limit = 4;

function between(from: string, to: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`.toUpperCase();
}

/** The colour of so many times the mean: a logarithmic scale clamped at a quarter and four times. Null, no mean to compare with: the middle. */
export function aroundColor(times: number | null, scheme: Scheme): string {
  const [below, equal, above] = tokens[scheme].around;
  if (times === null || Number.isNaN(times)) return equal;
  const position = times <= 0 ? -1 : Math.max(-1, Math.min(1, Math.log(times) / Math.log(limit)));
  return position < 0 ? between(equal, below, -position) : between(equal, above, position);
}
