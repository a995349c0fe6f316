import type { FigureContext } from '../figure.ts';

/** The name of a segment by its id; -1 is no segment. */
export const segmentName = (segment: number, { segmentNames, text }: FigureContext): string =>
  segment < 0 ? text('common.noSegment') : (segmentNames[segment] ?? text('common.segmentNumber', { n: segment + 1 }));
