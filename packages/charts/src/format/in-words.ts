import type { FigureContext } from '../figure.ts';

/** A small count as a word of the reader's language (up to twelve), a larger one in figures. */
export const inWords = (count: number, { formats, text }: Pick<FigureContext, 'formats' | 'text'>): string =>
  text('number.word', { n: count, count: formats.count(count) });
