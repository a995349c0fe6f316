import {
  ClienteleError,
  type Method,
  methods,
  methodTable,
  type Parameter,
  type ParameterName,
  parameters,
  type RecipeInput,
  recipeInputSchema,
} from '@clientele/contracts';
import { type Command, Option } from 'commander';
import { readTextFile } from '../read-text-file.ts';
import { addRfmOptions, hasRfmOptions, type RfmOptions, readRfmOptions } from './rfm-options.ts';
import { splitList } from './split-list.ts';

/** The options that make a recipe. */
export interface RecipeOptions extends RfmOptions {
  method?: string;
  features?: string[];
  transform?: string;
  scale?: string;
  missing?: string;
  country?: string[];
  from?: string;
  to?: string;
  asOf?: string;
  recipe?: string;
}

/** A parameter of a method as it was given: by the name that it has in the recipe. */
type ParameterOptions = Partial<Record<ParameterName, string>>;

const gather = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

/** Adds them to a command. */
export function addRecipeOptions(command: Command): Command {
  return addFilterOptions(addChoiceOptions(command));
}

function addChoiceOptions(command: Command): Command {
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
    .addOption(new Option('--method <name>', methodsText).choices(methods));
}

/** Adds those that say which customers, as of when. */
export function addFilterOptions(command: Command): Command {
  return command
    .addOption(new Option('--country <name>', 'only this country; may be repeated').argParser(gather))
    .option('--from <date>', 'first day, included')
    .option('--to <date>', 'last day, included')
    .option('--as-of <date>', 'recency counts from here (last order plus a day)');
}

const methodsText = 'how to segment (kmeans)';

/** Adds an option for each of these parameters, from the table that also checks them. */
export function addParameterOptions(command: Command, names: readonly ParameterName[]): Command {
  for (const name of names) {
    const parameter: Parameter = parameters[name];
    const option = new Option(`${flagOf(name)} <${valueName(parameter)}>`, meaningOf(name, parameter));
    command.addOption(parameter.choices === undefined ? option : option.choices(parameter.choices));
  }
  return command;
}

/** Adds what only commands that make segments take. */
export function addSavedRecipeOption(command: Command): Command {
  return addRfmOptions(command).option('--recipe <file>', 'a saved recipe.json; options given beside it win');
}

/** As a flag: minClusterSize is --min-cluster-size. */
function flagOf(name: ParameterName): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function valueName({ type, word, choices }: Parameter): string {
  if (choices !== undefined) return 'name';
  const number = type === 'integer' ? 'n' : 'number';
  return word === undefined ? number : `${number}|${word}`;
}

function meaningOf(name: ParameterName, { meaning, default: fallback }: Parameter): string {
  const users = methods.filter((method) => methodTable[method].parameters.includes(name));
  return `${meaning} (${fallback}); for ${users.join(', ')}`;
}

const parameterNames = Object.keys(parameters) as ParameterName[];

/** The parameters given, as values for the recipe. */
function readParameters(options: ParameterOptions): Record<string, unknown> {
  const given = parameterNames.filter((name) => options[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, readParameter(name, options[name] ?? '')]));
}

function readParameter(name: ParameterName, text: string): number | string {
  const { type, word }: Parameter = parameters[name];
  if (type === 'choice' || text === word) return text;
  const value = Number(text);
  if (text.trim() !== '' && (type === 'integer' ? Number.isInteger(value) : Number.isFinite(value))) return value;
  const expected = `${type === 'integer' ? 'a whole number' : 'a number'}${word === undefined ? '' : ` or ${word}`}`;
  const flag = flagOf(name);
  throw new ClienteleError('usage', `${flag}: "${text}" is not ${expected}.`, { option: flag, found: text });
}

/** Refuses parameters that the method does not take: a switch that does nothing would be taken for one that does. */
function refuseForeign(method: Method, options: ParameterOptions): void {
  const { label, parameters: own } = methodTable[method];
  const foreign = parameterNames.find(
    (name) => options[name] !== undefined && !own.includes(name) && !shared.has(name),
  );
  if (foreign === undefined) return;
  const flags = own.map(flagOf).join(', ');
  throw new ClienteleError(
    'usage',
    `${flagOf(foreign)} is no parameter of ${label}${own.length === 0 ? ', which has none' : `; its parameters are ${flags}`}.`,
    { option: flagOf(foreign), method },
  );
}

/** Parameters that every recipe holds, whether its method looks at them or not: a script may pass them always. */
const shared: ReadonlySet<ParameterName> = new Set(['k', 'fromK', 'toK', 'starts', 'seed']);

/** What every saved recipe and every option says, as one checked recipe; options win. */
export async function readRecipeOptions(
  options: RecipeOptions & ParameterOptions,
): Promise<RecipeInput & { saved?: unknown }> {
  const saved = options.recipe === undefined ? undefined : await readRecipeFile(options.recipe);
  const filters = {
    ...(saved?.filters as object | undefined),
    ...(options.from !== undefined && { from: options.from }),
    ...(options.to !== undefined && { to: options.to }),
    ...(options.country !== undefined && { countries: options.country }),
  };
  const rfm = await readRfmOptions(options, saved?.rfm);
  const given = {
    ...saved,
    filters,
    ...(rfm !== undefined && { rfm }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    ...(options.features !== undefined && { features: options.features.flatMap(splitList) }),
    ...(options.transform !== undefined && { transform: options.transform }),
    ...(options.scale !== undefined && { scale: options.scale }),
    ...(options.missing !== undefined && { missing: options.missing }),
    ...(options.method !== undefined && { method: options.method }),
    ...readParameters(options),
  };
  const parsed = recipeInputSchema.safeParse(given);
  if (parsed.success) {
    refuseForeign(parsed.data.method, options);
    if (parsed.data.method !== 'rfm' && hasRfmOptions(options))
      throw new ClienteleError(
        'usage',
        `--grid, --scores, --ties and --weights are for RFM scores, and the method is ${methodTable[parsed.data.method].label}; add --method rfm.`,
        { option: '--grid', method: parsed.data.method },
      );
    return { ...parsed.data, saved };
  }
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] === 'filters' ? issue.path[1] : issue?.path[0]);
  const option =
    optionNames[field] ?? (Object.hasOwn(parameters, field) ? flagOf(field as ParameterName) : 'the recipe');
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
};

function expectation(message: string | undefined): string {
  const bound = /expected number to be (>=|<=)(-?\d+)/.exec(message ?? '');
  if (bound)
    return bound[1] === '>=' ? `a whole number of at least ${bound[2]}` : `a whole number of at most ${bound[2]}`;
  if (/^a /.test(message ?? '')) return message ?? '';
  return (message ?? 'another value').replace(/^Invalid input: expected /, '');
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
