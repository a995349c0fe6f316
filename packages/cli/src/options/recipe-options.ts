import { ClienteleError, methods, type RecipeInput, recipeInputSchema } from '@clientele/contracts';
import { type Command, Option } from 'commander';
import { readTextFile } from '../read-text-file.ts';
import { splitList } from './split-list.ts';

/** The options that make a recipe. */
export interface RecipeOptions {
  method?: string;
  features?: string[];
  transform?: string;
  scale?: string;
  missing?: string;
  k?: string;
  fromK?: string;
  toK?: string;
  starts?: string;
  seed?: string;
  country?: string[];
  from?: string;
  to?: string;
  asOf?: string;
  recipe?: string;
}

const gather = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

/** Adds them to a command. */
export function addRecipeOptions(command: Command): Command {
  return command
    .addOption(new Option('--features <a,b,c>', 'features to segment by').argParser(gather))
    .addOption(new Option('--transform <name>', 'before scaling (auto)').choices(['none', 'log', 'auto']))
    .addOption(
      new Option('--scale <name>', 'after the transform (standard)').choices(['none', 'standard', 'minmax', 'robust']),
    )
    .addOption(
      new Option('--missing <what>', 'customers that lack a feature: fill in the median, or drop').choices([
        'median',
        'drop',
      ]),
    )
    .option('--starts <n>', 'independent starts of k-means (10)')
    .option('--seed <n>', 'same seed, same answer (1)')
    .addOption(new Option('--country <name>', 'only this country; may be repeated').argParser(gather))
    .option('--from <date>', 'first day, included')
    .option('--to <date>', 'last day, included')
    .option('--as-of <date>', 'recency counts from here (last order plus a day)');
}

/** Adds what only `segment` takes. */
export function addMethodOptions(command: Command): Command {
  return command
    .addOption(new Option('--method <name>', 'how to segment (kmeans)').choices(methods))
    .option('--k <n|auto>', 'number of segments (auto)')
    .option('--recipe <file>', 'a saved recipe.json; options given beside it win');
}

/** What every saved recipe and every option says, as one checked recipe; options win. */
export async function readRecipeOptions(options: RecipeOptions): Promise<RecipeInput & { saved?: unknown }> {
  const saved = options.recipe === undefined ? undefined : await readRecipeFile(options.recipe);
  const filters = {
    ...(saved?.filters as object | undefined),
    ...(options.from !== undefined && { from: options.from }),
    ...(options.to !== undefined && { to: options.to }),
    ...(options.country !== undefined && { countries: options.country }),
  };
  const given = {
    ...saved,
    filters,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    ...(options.features !== undefined && { features: options.features.flatMap(splitList) }),
    ...(options.transform !== undefined && { transform: options.transform }),
    ...(options.scale !== undefined && { scale: options.scale }),
    ...(options.missing !== undefined && { missing: options.missing }),
    ...(options.method !== undefined && { method: options.method }),
    ...(options.k !== undefined && { k: options.k === 'auto' ? 'auto' : toNumber('--k', options.k) }),
    ...(options.fromK !== undefined && { fromK: toNumber('--from-k', options.fromK) }),
    ...(options.toK !== undefined && { toK: toNumber('--to-k', options.toK) }),
    ...(options.starts !== undefined && { starts: toNumber('--starts', options.starts) }),
    ...(options.seed !== undefined && { seed: toNumber('--seed', options.seed) }),
  };
  const parsed = recipeInputSchema.safeParse(given);
  if (parsed.success) return { ...parsed.data, saved };
  const issue = parsed.error.issues[0];
  const option = optionNames[String(issue?.path[0] === 'filters' ? issue.path[1] : issue?.path[0])] ?? 'the recipe';
  const found = issue?.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], given);
  throw new ClienteleError(
    'usage',
    `${option}: found ${JSON.stringify(found)}, expected ${expectation(issue?.message)}.`,
    {
      option,
    },
  );
}

const optionNames: Record<string, string> = {
  from: '--from',
  to: '--to',
  countries: '--country',
  asOf: '--as-of',
  features: '--features',
  transform: '--transform',
  scale: '--scale',
  missing: '--missing',
  method: '--method',
  k: '--k',
  fromK: '--from-k',
  toK: '--to-k',
  starts: '--starts',
  seed: '--seed',
};

function expectation(message: string | undefined): string {
  const bound = /expected number to be (>=|<=)(-?\d+)/.exec(message ?? '');
  if (bound)
    return bound[1] === '>=' ? `a whole number of at least ${bound[2]}` : `a whole number of at most ${bound[2]}`;
  if (/^a /.test(message ?? '')) return message ?? '';
  return (message ?? 'another value').replace(/^Invalid input: expected /, '');
}

function toNumber(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value))
    throw new ClienteleError('usage', `${option}: "${text}" is not a whole number.`, { option, found: text });
  return value;
}

async function readRecipeFile(path: string): Promise<Record<string, unknown>> {
  const text = await readTextFile(path, '--recipe');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (cause) {
    throw new ClienteleError(
      'format-broken',
      `The recipe ${path} is not JSON; expected a recipe.json as --out writes it.`,
      { path },
      cause,
    );
  }
  throw new ClienteleError(
    'format-broken',
    `The recipe ${path} holds no JSON object; expected a recipe.json as --out writes it.`,
    { path },
  );
}
