import type { FigureContext } from '@clientele/charts';
import type { Model } from '@clientele/contracts';

/** How the method places a customer, where it is no plain matter of the nearest centre; null elsewhere. */
export function scoringWords(model: Model, { formats, text }: Pick<FigureContext, 'formats' | 'text'>): string | null {
  switch (model.method) {
    case 'gmm':
      return text('lab.scoring.gmm');
    case 'ward':
    case 'average':
    case 'complete':
    case 'single':
      return text('lab.scoring.linkage', { share: formats.share(model.agreement) });
    case 'dbscan':
      return text('lab.scoring.dbscan');
    case 'hdbscan':
      return text('lab.scoring.hdbscan');
    default:
      return null;
  }
}
