import { type FeatureLabel, featureLabel, labelInText } from '../feature-label.ts';
import type { FigureContext } from '../figure.ts';
import { inWords } from '../format/in-words.ts';
import { etaSquared } from './separation.ts';

/** Eta squared from which a feature is said to separate the segments: half of its variance lies between them. */
const separates = 0.5;

/** A feature and its values as positions on the axis. */
interface ScatterAxis {
  feature: Pick<FeatureLabel, 'id' | 'label'>;
  values: readonly (number | null)[];
}

/** What two drawn features say of the segments: "Orders and revenue separate four segments" where eta squared is 0.5 or more; null otherwise. */
export function scatterFinding(
  x: ScatterAxis,
  y: ScatterAxis,
  segments: readonly number[],
  context: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  const clusters = new Set(segments.filter((segment) => segment >= 0)).size;
  const telling = [x, y].filter(({ values }) => (etaSquared(values, segments) ?? 0) >= separates);
  const [first, second] = telling;
  if (first === undefined) return null;
  const groups = { n: clusters, segments: inWords(clusters, context) };
  const name = featureLabel(first.feature, context);
  if (second === undefined) return context.text('scatter.title', { feature: name, ...groups });
  return context.text('scatter.titleTwo', { first: name, second: labelInText(second.feature, context), ...groups });
}
