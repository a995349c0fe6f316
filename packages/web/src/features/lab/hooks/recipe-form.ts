import {
  type DataFilters,
  type Dataset,
  type Method,
  methods,
  methodTable,
  missings,
  momentPattern,
  type ParameterName,
  parameters,
  type Recipe,
  type RecipeInput,
  recipeDefaults,
  type Segmentation,
  scales,
  takesK,
  transforms,
} from '@clientele/contracts';
import type { Text } from '@clientele/texts';
import { methodLabel } from '../../../lib/method-label.ts';
import { isScheme, readScheme } from '../rfm/hooks/read-scheme.ts';
import { isParameter, parameterFault, parameterValue } from './parameter-values.ts';

/** What the form holds: a recipe without the filters, which come from the filter bar. */
export type RecipeForm = Omit<RecipeInput, 'filters'>;

const usual: RecipeForm = {
  ...recipeDefaults,
  asOf: null,
  features: [],
  k: parameters.k.default,
  fromK: parameters.fromK.default,
  toK: parameters.toK.default,
  starts: parameters.starts.default,
  seed: parameters.seed.default,
};

const isOf = (all: readonly string[]) => (value: unknown) => all.some((each) => each === value);

/** What the form holds beside the parameters. */
const checks: Record<keyof typeof recipeDefaults | 'asOf' | 'features', (value: unknown) => boolean> = {
  asOf: (value) => value === null || (typeof value === 'string' && momentPattern.test(value)),
  features: (value) => Array.isArray(value) && value.every((id) => typeof id === 'string'),
  transform: isOf(transforms),
  scale: isOf(scales),
  missing: isOf(missings),
  method: isOf(methods),
};

/** The three features of RFM scores; the method takes these and no others. */
export const rfmFeatures: readonly string[] = ['recency', 'frequency', 'monetary'];

const names = Object.keys(parameters) as ParameterName[];

/** Parameters that a recipe holds whatever its method. */
const common: readonly ParameterName[] = ['k', 'fromK', 'toK', 'starts', 'seed'];

/** The form to start from: the recipe of the segmentation shown, or the defaults with the suggested features. */
export function startForm(dataset: Dataset, shown: Segmentation | null): RecipeForm {
  const offered = new Set(dataset.features.map(({ id }) => id));
  const suggested = dataset.features.filter((feature) => feature.suggested).map(({ id }) => id);
  const form = shown === null ? usual : formOf(shown.document.recipe);
  const features = form.features.filter((id) => offered.has(id));
  return { ...form, features: features.length > 0 ? features : suggested };
}

function formOf({ filters, data, version, ...form }: Recipe): RecipeForm {
  return form;
}

/** A form as it was written down, or null where it cannot be used with this dataset. What stands outside its range is left out. */
export function readForm(text: unknown, dataset: Dataset): RecipeForm | null {
  if (typeof text !== 'object' || text === null) return null;
  const found = text as Readonly<Record<string, unknown>>;
  const form: Record<string, unknown> = { ...usual };
  for (const [key, isRight] of Object.entries(checks)) {
    if (found[key] === undefined) continue;
    if (!isRight(found[key])) return null;
    form[key] = found[key];
  }
  for (const name of names) {
    const value = found[name];
    const isValue = typeof value === 'number' || typeof value === 'string';
    if (isValue && isParameter(name, value)) form[name] = value;
  }
  if (found.rfm !== undefined) {
    const scheme = readScheme(found.rfm);
    if (!isScheme(scheme)) return null;
    form.rfm = scheme;
  }
  const read = form as RecipeForm;
  const offered = new Set(dataset.features.map(({ id }) => id));
  return { ...read, features: read.features.filter((id) => offered.has(id)) };
}

/** What changes with another method: one that needs a category is given those on offer where none is chosen. */
export function withMethod(
  { features }: Pick<RecipeForm, 'features'>,
  method: Method,
  dataset: Pick<Dataset, 'features'>,
): Partial<RecipeForm> {
  if (!methodTable[method].needsCategory || hasCategory(features, dataset)) return { method };
  const categories = dataset.features.filter(({ unit }) => unit === 'category').map(({ id }) => id);
  return { method, features: [...features, ...categories] };
}

/** Whether the number of segments follows from the height of the cut. */
export const isCutByHeight = ({ method, height }: Pick<RecipeForm, 'method' | 'height'>): boolean =>
  methodTable[method].parameters.includes('height') && typeof height === 'number';

/** The recipe to send: of the parameters only the method's own. RFM scores take their own three features and their scheme. */
export function recipeOf(form: RecipeForm, filters: DataFilters): RecipeInput {
  const own = new Set<ParameterName>(methodTable[form.method].parameters);
  const isCut = isCutByHeight(form);
  const settled = names.map((name) => {
    if (own.has(name) && !(name === 'k' && isCut)) return [name, parameterValue(form, name)];
    return [name, common.includes(name) ? parameters[name].default : undefined];
  });
  return {
    ...form,
    ...Object.fromEntries(settled),
    filters,
    features: form.method === 'rfm' ? [...rfmFeatures] : form.features,
    rfm: form.method === 'rfm' ? form.rfm : undefined,
  };
}

/** Why the recipe cannot be run as it stands, or null where it can. */
export function formRefusal(form: RecipeForm, dataset: Pick<Dataset, 'features'>, text: Text): string | null {
  if (form.method !== 'rfm' && form.features.length === 0) return text('lab.refuse.noFeature');
  if (methodTable[form.method].needsCategory && !hasCategory(form.features, dataset))
    return text('lab.refuse.noCategory', { method: methodLabel(form.method, text) });
  for (const name of methodTable[form.method].parameters) {
    const fault = parameterFault(name, parameterValue(form, name), text);
    if (fault !== null) return text('lab.refuse.parameter', { parameter: text(`parameter.${name}.label`), fault });
  }
  return null;
}

/** Why there is no k to choose, or null where there is. */
export function chooseRefusal(form: RecipeForm, text: Text): string | null {
  if (!takesK(form.method)) return text('lab.refuse.noK', { method: methodLabel(form.method, text) });
  return isCutByHeight(form) ? text('lab.refuse.height') : null;
}

function hasCategory(features: readonly string[], dataset: Pick<Dataset, 'features'>): boolean {
  return dataset.features.some(({ id, unit }) => unit === 'category' && features.includes(id));
}
