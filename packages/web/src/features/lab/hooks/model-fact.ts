import type { Formats } from '@clientele/charts';
import { type Model, parameters } from '@clientele/contracts';

const small = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

/** What the method settled on by itself and no note tells: "full covariance", for the line about the result. */
export function modelFact(model: Model, formats: Formats): string | null {
  if (model.method === 'gmm') return `${model.covariance} ${small(parameters.covariance.label)}`;
  if (model.method === 'kprototypes') return `${small(parameters.gamma.label)} ${formats.number(model.gamma)}`;
  return null;
}
