import { type ParameterName, parameters, type Recipe, type SegmentationDocument } from '@clientele/contracts';
import {
  computeFeatures,
  type ImportedSource,
  keptTotals,
  makeRecipe,
  recipeData,
  runRecipe,
} from '@clientele/pipeline';
import type { Command } from 'commander';
import { describeDataset } from '../describe-dataset.ts';
import { withData } from '../open-data.ts';
import { type AttributeOptions, addAttributeOptions, readAttributeOptions } from '../options/attribute-options.ts';
import { addDataOptions, type DataOptions } from '../options/data-options.ts';
import {
  addParameterOptions,
  addRecipeOptions,
  addSavedRecipeOption,
  type RecipeOptions,
  readRecipeOptions,
} from '../options/recipe-options.ts';
import { withSavedReading } from '../options/saved-reading.ts';
import { joinNotes } from '../output/join-notes.ts';
import { ledgerText } from '../output/ledger-text.ts';
import { note, print, printJson } from '../output/print.ts';
import { segmentationText } from '../output/segmentation-text.ts';
import { writeResults } from '../write-results.ts';

interface SegmentOptions extends DataOptions, AttributeOptions, RecipeOptions {
  out?: string;
}

const allParameters = Object.keys(parameters) as ParameterName[];

/** `clientele segment FILE`: named segments, their evidence, and files to take away. */
export function addSegment(program: Command): void {
  const command = program.command('segment <file>').description('divide the customers of a file into named segments');
  addSavedRecipeOption(
    addParameterOptions(addRecipeOptions(addAttributeOptions(addDataOptions(command))), allParameters),
  )
    .option('--out <dir>', 'write customers.csv, segmentation.json and recipe.json here')
    .action(segment);
}

async function segment(file: string, options: SegmentOptions): Promise<void> {
  const { saved, ...input } = await readRecipeOptions(options);
  await withData(
    file,
    withSavedReading(options, saved),
    { isFinal: false, attributes: readAttributeOptions(options, saved) },
    async ({ engine, effectsFor, account, join }) => {
      const data = await account();
      const { table, source } = data;
      const scope = { filters: input.filters, asOf: input.asOf ?? undefined };
      const features = await computeFeatures(engine, table, { ids: input.features, method: input.method, ...scope });
      const recipe: Recipe = makeRecipe(
        { ...input, features: features.features.map((feature) => feature.id) },
        recipeData(table, source.name, features.features),
      );
      const { document, labels } = await runRecipe(
        { table: features, recipe },
        effectsFor(features.ids.length, recipe.method),
      );
      if (options.out !== undefined) await writeResults(options.out, document, features, labels);
      if (options.json) {
        const extent = await keptTotals(engine, table, { filters: {} });
        const selection = await keptTotals(engine, table, scope);
        const dataset = { ...describeDataset(data, extent), ...(join !== null && { join }) };
        await printJson({ dataset, selection, ...describeRun(data, document) });
      } else {
        await print(`${ledgerText(data.ledger, table.kind === 'orders')}\n\n${segmentationText(document)}`);
        for (const text of joinNotes(join)) note(text);
        for (const problem of [...data.problems, ...document.warnings]) note(`${problem.severity}: ${problem.message}`);
        if (options.out !== undefined)
          note(`Written to ${options.out}: customers.csv, segmentation.json, recipe.json.`);
      }
    },
  );
}

function describeRun(data: ImportedSource, document: SegmentationDocument) {
  const { quality, segments, model, warnings } = document;
  return {
    recipe: document.recipe,
    segmentation: {
      method: document.method,
      k: model.k,
      customers: document.customers,
      unassigned: document.unassigned,
      ...quality,
      choice: document.choice,
      segments,
    },
    problems: [...data.problems, ...warnings],
    receipt: document.receipt,
  };
}
