import type { FigureContext } from '../figure.ts';

/** Share of the customers of all segments whose silhouette is below zero; null without customers. */
export function nearerShare(bands: readonly { size: number; negative: number }[]): number | null {
  const total = bands.reduce((sum, { size }) => sum + size, 0);
  return total === 0 ? null : bands.reduce((sum, { size, negative }) => sum + size * negative, 0) / total;
}

/** "12% of customers lie nearer to another segment"; "about" where the silhouettes are of a sample. */
export function silhouetteFinding(
  share: number | null,
  isExact: boolean,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): string {
  if (share === null) return text('silhouette.titlePlain');
  if (share === 0) return text(isExact ? 'silhouette.titleNone' : 'silhouette.titleNoneSampled');
  if (share < 0.01) return text('silhouette.titleFew', { share: formats.share(0.01, 0) });
  return text(isExact ? 'silhouette.title' : 'silhouette.titleAbout', { share: formats.share(share, 0) });
}
