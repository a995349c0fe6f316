import type { FigureContext } from '@clientele/charts';
import type { Quality } from '@clientele/contracts';

export interface QualityLine {
  label: string;
  value: string;
}

/** The measures of a result that it has, each with its name. */
export function qualityLines(
  quality: Quality,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): QualityLine[] {
  const { silhouetteExact, silhouetteBound, inertia, logLikelihood, bic, aic } = quality;
  const digits = silhouetteBound >= 0.01 ? 2 : 3;
  const bound = silhouetteBound > 0 ? ` \u00B1 ${formats.fixed(Math.max(silhouetteBound, 0.001), digits)}` : '';
  const line = (label: string, value: number | null | undefined): QualityLine[] =>
    value === null || value === undefined ? [] : [{ label, value: formats.number(value) }];
  return [
    {
      label: silhouetteExact ? text('lab.quality.silhouette') : text('lab.quality.silhouetteAbout', { bound }),
      value: formats.fixed(quality.silhouette, 3),
    },
    { label: text('lab.quality.daviesBouldin'), value: formats.fixed(quality.daviesBouldin, 3) },
    { label: text('lab.quality.calinskiHarabasz'), value: formats.count(quality.calinskiHarabasz) },
    ...line(text('lab.quality.inertia'), inertia),
    ...line('BIC', bic),
    ...line('AIC', aic),
    ...line(text('lab.quality.logLikelihood'), logLikelihood),
  ];
}
