import type { Formats } from '../format/create-formats.ts';

/** Share of the customers of all segments whose silhouette is below zero; null without customers. */
export function nearerShare(bands: readonly { size: number; negative: number }[]): number | null {
  const total = bands.reduce((sum, { size }) => sum + size, 0);
  return total === 0 ? null : bands.reduce((sum, { size, negative }) => sum + size * negative, 0) / total;
}

/** "12% of customers lie nearer to another segment"; "about" where the silhouettes are of a sample. */
export function silhouetteFinding(share: number | null, isExact: boolean, formats: Formats): string {
  if (share === null) return 'Silhouette';
  if (share === 0) return `No ${isExact ? '' : 'sampled '}customer lies nearer to another segment`;
  if (share < 0.01) return 'Fewer than 1% of customers lie nearer to another segment';
  return `${isExact ? '' : 'About '}${formats.share(share, 0)} of customers lie nearer to another segment`;
}
