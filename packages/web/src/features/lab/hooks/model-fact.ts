import type { FigureContext } from '@clientele/charts';
import type { Model } from '@clientele/contracts';

/** What the method settled on by itself and no note tells: "full covariance", for the line about the result. */
export function modelFact(model: Model, { formats, text }: Pick<FigureContext, 'formats' | 'text'>): string | null {
  if (model.method === 'gmm') return text('lab.fact.covariance', { covariance: model.covariance });
  if (model.method === 'kprototypes') return text('lab.fact.gamma', { gamma: formats.number(model.gamma) });
  return null;
}
