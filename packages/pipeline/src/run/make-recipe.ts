import {
  type FeatureInfo,
  type Mapping,
  methodTable,
  type ParameterName,
  parameters,
  type Recipe,
  type RecipeInput,
  type Rules,
  recipeSchema,
  roles,
  ruleIds,
} from '@clientele/contracts';
import type { DataTable } from '../data-table.ts';

/** What a recipe runs on. */
export interface RecipeData {
  /** The file's name; a folder before it is left out, so that prompt and API say the same. */
  name: string;
  mapping: Mapping;
  rules: Rules;
  /** Where features come from a joined table of customers: its file and how it was read. */
  attributes?: { name: string; mapping: Mapping };
}

/** What a recipe with these features runs on: of a joined table of customers is told only where a feature comes from it. */
export function recipeData(
  { mapping, rules, attributes }: DataTable,
  name: string,
  features: readonly Pick<FeatureInfo, 'id'>[],
): RecipeData {
  const isJoined = attributes?.columns.some((column) => features.some(({ id }) => id === column.id)) === true;
  if (!isJoined) return { name, mapping, rules };
  return { name, mapping, rules, attributes: { name: attributes.name, mapping: attributes.mapping } };
}

/** Joins what the user chose and how the data were read into a recipe, with every list and key in its fixed order. */
export function makeRecipe(input: RecipeInput, data: RecipeData): Recipe {
  const { attributes } = data;
  return normaliseRecipe({
    ...input,
    version: 1,
    data: {
      ...data,
      name: bareName(data.name),
      ...(attributes !== undefined && { attributes: { ...attributes, name: bareName(attributes.name) } }),
    },
  });
}

const bareName = (name: string) => name.split(/[\\/]/).at(-1) ?? name;

/**
 * The recipe with its method's own parameters, filled in from the table where they are not given, and without those of other methods.
 * A scheme of RFM scores stays as it was given: absent it means the default one.
 */
function withoutForeign(recipe: Recipe): Recipe {
  const own = new Set<string>(methodTable[recipe.method].parameters);
  const special = (Object.keys(parameters) as ParameterName[]).filter((name) => !common.has(name));
  const kept = Object.entries(recipe).filter(
    ([name]) => !special.includes(name as ParameterName) && (name !== 'rfm' || recipe.method === 'rfm'),
  );
  const settled = special.flatMap((name) => (own.has(name) ? [[name, recipe[name] ?? parameters[name].default]] : []));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(settled) } as Recipe;
}

/** Parameters that every recipe holds. */
const common: ReadonlySet<ParameterName> = new Set(['k', 'fromK', 'toK', 'starts', 'seed']);

/** The same recipe with keys in the order of the contract: equal recipes are then equal bytes. */
export function normaliseRecipe(recipe: Recipe): Recipe {
  const { mapping, rules, attributes } = recipe.data;
  const { from, to, countries } = recipe.filters;
  return recipeSchema.parse({
    ...withoutForeign(recipe),
    filters: { ...(from && { from }), ...(to && { to }), ...(countries && { countries }) },
    data: {
      ...recipe.data,
      mapping: inOrder(mapping),
      rules: Object.fromEntries(ruleIds.map((id) => [id, rules[id]])),
      ...(attributes !== undefined && { attributes: { ...attributes, mapping: inOrder(attributes.mapping) } }),
    },
  });
}

/** The mapping with its roles in the order of the contract. */
function inOrder(mapping: Mapping): Mapping {
  const played = roles.flatMap((role) => (mapping.roles[role] === undefined ? [] : [[role, mapping.roles[role]]]));
  return { ...mapping, roles: Object.fromEntries(played) };
}
