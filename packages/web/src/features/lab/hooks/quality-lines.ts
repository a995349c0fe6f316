import type { Formats } from '@clientele/charts';
import type { Quality } from '@clientele/contracts';

export interface QualityLine {
  label: string;
  value: string;
}

/** The measures of a result that it has, each with its name. */
export function qualityLines(quality: Quality, formats: Formats): QualityLine[] {
  const { silhouetteExact, silhouetteBound, inertia, logLikelihood, bic, aic } = quality;
  const bound = silhouetteBound > 0 ? ` \u00B1 ${formats.number(Number(silhouetteBound.toPrecision(1)))}` : '';
  const line = (label: string, value: number | null | undefined): QualityLine[] =>
    value === null || value === undefined ? [] : [{ label, value: formats.number(value) }];
  return [
    {
      label: silhouetteExact ? 'Silhouette' : `Silhouette, approximate${bound}`,
      value: formats.fixed(quality.silhouette, 3),
    },
    { label: 'Davies\u2013Bouldin', value: formats.fixed(quality.daviesBouldin, 3) },
    { label: 'Calinski\u2013Harabasz', value: formats.count(quality.calinskiHarabasz) },
    ...line('Inertia', inertia),
    ...line('BIC', bic),
    ...line('AIC', aic),
    ...line('Log likelihood', logLikelihood),
  ];
}
