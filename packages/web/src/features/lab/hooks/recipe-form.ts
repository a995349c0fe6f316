import {
  type DataFilters,
  type Dataset,
  type RecipeInput,
  recipeInputSchema,
  type Segmentation,
} from '@clientele/contracts';

/** What the form holds: a recipe without the filters, which come from the filter bar. */
export type RecipeForm = Omit<RecipeInput, 'filters'>;

const formSchema = recipeInputSchema.omit({ filters: true });

/** The three features of RFM scores; the method takes these and no others. */
export const rfmFeatures: readonly string[] = ['recency', 'frequency', 'monetary'];

/** The form to start from: the recipe of the segmentation shown, or the defaults with the suggested features. */
export function startForm(dataset: Dataset, shown: Segmentation | null): RecipeForm {
  const offered = new Set(dataset.features.map(({ id }) => id));
  const suggested = dataset.features.filter((feature) => feature.suggested).map(({ id }) => id);
  const form = formSchema.parse(shown?.document.recipe ?? {});
  const features = form.features.filter((id) => offered.has(id));
  return { ...form, features: features.length > 0 ? features : suggested };
}

/** A form as it was written down, or null where it cannot be used with this dataset. */
export function readForm(text: unknown, dataset: Dataset): RecipeForm | null {
  const parsed = formSchema.safeParse(text);
  if (!parsed.success) return null;
  const offered = new Set(dataset.features.map(({ id }) => id));
  return { ...parsed.data, features: parsed.data.features.filter((id) => offered.has(id)) };
}

/** The recipe to send. RFM scores take their own three features and have no k. */
export function recipeOf(form: RecipeForm, filters: DataFilters): RecipeInput {
  return form.method === 'rfm' ? { ...form, filters, features: [...rfmFeatures], k: 'auto' } : { ...form, filters };
}

/** Why RFM scores cannot be had from this dataset, or null where they can. */
export function rfmRefusal(dataset: Dataset): string | null {
  const offered = new Set(dataset.features.map(({ id }) => id));
  return rfmFeatures.every((id) => offered.has(id))
    ? null
    : 'RFM scores need order lines with a customer, an order, a time and an amount';
}

/** Why the recipe cannot be run as it stands, or null where it can. */
export function formRefusal(form: RecipeForm): string | null {
  if (form.method === 'kmeans' && form.features.length === 0) return 'Choose at least one feature';
  return null;
}
