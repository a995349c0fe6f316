import { type Scheme, tokens } from './tokens.ts';

/** The step of the ramp for a share of the way from low to high; outside 0 to 1 its ends. */
export function rampColor(share: number, scheme: Scheme): string {
  const { ramp, subtle } = tokens[scheme];
  const step = Math.floor(Math.max(0, Math.min(1, share)) * ramp.length);
  return ramp[Math.min(ramp.length - 1, step)] ?? subtle;
}
