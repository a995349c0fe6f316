import { ClienteleError, orderFeatures, type ParameterName, type RecipeInput } from '@clientele/contracts';
import { computeFeatures, kChoiceFor, makeRecipe, recipeData, type SpareColumn } from '@clientele/pipeline';
import type { Command } from 'commander';
import { withData } from '../open-data.ts';
import { type AttributeOptions, addAttributeOptions, readAttributeOptions } from '../options/attribute-options.ts';
import { addDataOptions, type DataOptions } from '../options/data-options.ts';
import {
  addParameterOptions,
  addRecipeOptions,
  type RecipeOptions,
  readRecipeOptions,
} from '../options/recipe-options.ts';
import { joinNotes } from '../output/join-notes.ts';
import { argumentText, kTable } from '../output/k-choice-text.ts';
import { note, print, printJson } from '../output/print.ts';

/** What a method takes beside k itself. */
const rangeParameters: readonly ParameterName[] = [
  'fromK',
  'toK',
  'starts',
  'batchRows',
  'covariance',
  'gamma',
  'seed',
];

/** `clientele choose-k FILE`: quality over a range of k and a recommendation. */
export function addChooseK(program: Command): void {
  const command = program
    .command('choose-k <file>')
    .description('quality over a range of k, and which to take and why');
  command.option('--evidence', 'also gap, prediction strength and stability, and the argument they make; takes longer');
  addParameterOptions(addRecipeOptions(addAttributeOptions(addDataOptions(command))), rangeParameters).action(chooseK);
}

type ChooseKOptions = DataOptions & AttributeOptions & RecipeOptions & { evidence?: boolean };

async function chooseK(file: string, options: ChooseKOptions): Promise<void> {
  const { saved: _, ...input } = await readRecipeOptions(options);
  if (input.fromK > input.toK)
    throw new ClienteleError('usage', `--from-k ${input.fromK} is above --to-k ${input.toK}; give the smaller first.`);
  const single = { isFinal: true, spare: spareColumns(input), attributes: readAttributeOptions(options) };
  await withData(file, options, single, async ({ engine, effectsFor, table, source, problems, account, join }) => {
    const features = await computeFeatures(engine, table, {
      ids: input.features,
      method: input.method,
      filters: input.filters,
      asOf: input.asOf ?? undefined,
    }).catch(async (cause: unknown) => {
      // Where cleaning left nothing, its account says why.
      await account();
      throw cause;
    });
    const recipe = makeRecipe(
      { ...input, k: 'auto', features: features.features.map((feature) => feature.id) },
      recipeData(table, source.name, features.features),
    );
    const effects = effectsFor(features.ids.length, recipe.method);
    const choice = await kChoiceFor({ table: features, recipe }, effects, { evidence: options.evidence ?? false });
    if (options.json) return printJson({ ...choice, problems, ...(join !== null && { join }) });
    await print(kTable(choice));
    await print(`\n${choice.recommended.why}`);
    if (choice.argument !== null) await print(argumentText(choice.argument));
    for (const text of joinNotes(join)) note(text);
    for (const warning of choice.warnings) await print(`${warning.severity}: ${warning.message}`);
  });
}

/** The columns that features and filters leave alone. A feature not written as its id may be any. */
function spareColumns({ features, filters }: Pick<RecipeInput, 'features' | 'filters'>): SpareColumn[] {
  const isPlain = features.every((id) => id !== 'distinctProducts' && Object.hasOwn(orderFeatures, id));
  return [...(isPlain ? (['product'] as const) : []), ...(filters.countries ? [] : (['country'] as const))];
}
