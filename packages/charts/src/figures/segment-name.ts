import type { FigureContext } from '../figure.ts';

/** The name of a segment by its id; -1 is no segment. */
export const segmentName = (segment: number, { segmentNames }: FigureContext): string =>
  segment < 0 ? 'No segment' : (segmentNames[segment] ?? `Segment ${segment + 1}`);
