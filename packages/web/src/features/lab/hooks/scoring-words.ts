import type { Formats } from '@clientele/charts';
import type { Model } from '@clientele/contracts';

/** How the method places a customer, where it is no plain matter of the nearest centre; null elsewhere. */
export function scoringWords(model: Model, formats: Formats): string | null {
  switch (model.method) {
    case 'gmm':
      return 'Membership is soft: every customer belongs to each segment with a probability and is counted in the likeliest. Predict shows how sure it is.';
    case 'ward':
    case 'average':
    case 'complete':
    case 'single':
      return `New customers go to the nearest mean, which gives back ${formats.share(model.agreement)} of the tree’s segments.`;
    case 'dbscan':
      return 'New customers join the segment of the nearest dense place within the radius; the others are in no segment.';
    case 'hdbscan':
      return 'New customers join the segment of the dense place that they fall into, with a strength; the others are in no segment.';
    default:
      return null;
  }
}
