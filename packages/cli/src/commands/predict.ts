import { basename } from 'node:path';
import { ClienteleError, type FeatureValues, type Prediction, type SegmentationDocument } from '@clientele/contracts';
import { createPredictor, readModel } from '@clientele/pipeline';
import type { Command } from 'commander';
import { addDataOptions, type DataOptions } from '../options/data-options.ts';
import { parseValues } from '../options/parse-values.ts';
import { plain, share } from '../output/numbers.ts';
import { print, printJson } from '../output/print.ts';
import { textTable } from '../output/text-table.ts';
import { readTextFile } from '../read-text-file.ts';
import { scoreFile } from '../score-file.ts';

interface PredictOptions extends DataOptions {
  model: string;
  set?: string[];
  input?: string;
  out?: string;
  asOf?: string;
}

const gather = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

/** `clientele predict`: the segment of new customers, by a frozen segmentation. */
export function addPredict(program: Command): void {
  const command = program
    .command('predict')
    .description('say to which segment customers belong, how surely, and which comes next')
    .requiredOption('--model <file>', 'segmentation.json, as segment --out writes it')
    .option('--set <feature=value,...>', 'one customer, as in recency=12,frequency=5,monetary=480', gather)
    .option('--input <file>', 'customers with a column for each feature, or their order lines')
    .option('--out <file>', 'write the scored customers of --input as CSV')
    .option('--as-of <date>', 'recency of order lines counts from here (last order plus a day)');
  addDataOptions(command).action(predict);
}

async function predict(options: PredictOptions): Promise<void> {
  if ((options.set === undefined) === (options.input === undefined))
    throw new ClienteleError('usage', 'predict needs either --set feature=value,... or --input FILE, and not both.');
  const model = readModel(await readTextFile(options.model, '--model'), basename(options.model));
  if (options.input !== undefined) {
    const scored = await scoreFile(model, options.input, options);
    if (options.json) return printJson(scored);
    return print(
      `${scored.customers} customers scored: ${scored.segments.map((segment) => `${segment.name} ${segment.customers}`).join(', ')}.${
        options.out === undefined ? ' Add --out FILE for the list, or --json.' : ` Written to ${options.out}.`
      }`,
    );
  }
  const values = parseValues(options.set ?? []);
  const prediction = createPredictor(model)(values);
  if (options.json) return printJson({ values, ...prediction, receipt: model.receipt });
  await print(predictionText(model, values, prediction));
}

function predictionText(model: SegmentationDocument, values: FeatureValues, prediction: Prediction): string {
  const said = Object.entries(values)
    .map(([feature, value]) => `${feature} ${value}`)
    .join(', ');
  const next =
    prediction.runnerUp === null
      ? ''
      : `; next comes ${prediction.runnerUp.name} (${share(prediction.runnerUp.confidence)})`;
  const segment = model.segments.find((each) => each.id === prediction.segment);
  return [
    `${prediction.name}, confidence ${share(prediction.confidence)}${next}`,
    said,
    '',
    textTable(
      [{ label: 'Segment' }, { label: 'Confidence', align: 'right' }, { label: 'Distance to centre', align: 'right' }],
      prediction.scores.map((score) => [score.name, share(score.confidence), plain(score.distance)]),
    ),
    ...(segment ? ['', segment.advice] : []),
    ...prediction.notes.map((each) => `note: ${each}`),
  ].join('\n');
}
