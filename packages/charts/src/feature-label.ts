import { type FeatureInfo, type OrderFeatureId, orderFeatures } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

/** What a figure must know of a feature: its key in the data, its name and its unit. */
export type FeatureLabel = Pick<FeatureInfo, 'id' | 'label' | 'unit'>;

type Named = Pick<FeatureLabel, 'id' | 'label'>;
interface Speaking {
  text: Text;
}

const own = new Map<string, { id: OrderFeatureId; label: string }>(Object.entries(orderFeatures));

/** The id where the feature is one that orders give, under its own name; a column of a table may have the same id. */
function orderFeature({ id, label }: Named, { text }: Speaking): OrderFeatureId | null {
  const known = own.get(id);
  return known !== undefined && (label === known.label || label === text(`feature.${known.id}.label`))
    ? known.id
    : null;
}

/** A feature's name in the reader's language; the name of a user's own column stays as it is in the file. */
export function featureLabel(feature: Named, context: Speaking): string {
  const id = orderFeature(feature, context);
  return id === null ? feature.label : context.text(`feature.${id}.label`);
}

/** What a feature counts, in the reader's language, where it is one that orders give; otherwise as it comes. */
export function featureMeaning(feature: Pick<FeatureInfo, 'id' | 'label' | 'meaning'>, context: Speaking): string {
  const id = orderFeature(feature, context);
  return id === null ? feature.meaning : context.text(`feature.${id}.meaning`);
}

/** A feature's name inside a sentence: our own names begin small there in English, the name of a column stays as it is. */
export function labelInText(feature: Named, context: Speaking): string {
  const id = orderFeature(feature, context);
  return id === null ? feature.label : context.text(`feature.${id}.inText`);
}

/** The name of an arrow or the like that carries no id, where one of these features of orders is called so. */
export function labelOfAny(label: string, ids: readonly string[], context: Speaking): string {
  const id = ids.find((each) => own.get(each)?.label === label);
  return id === undefined ? label : featureLabel({ id, label }, context);
}

/** The feature under its name in the reader's language. */
export const namedFeature = <Feature extends Named>(feature: Feature, context: Speaking): Feature => ({
  ...feature,
  label: featureLabel(feature, context),
});
