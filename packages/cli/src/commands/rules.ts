import { basename } from 'node:path';
import { ClienteleError, type RuleDialect, ruleDialects, type SegmentationDocument } from '@clientele/contracts';
import { readModel, rulesAs } from '@clientele/pipeline';
import { type Command, Option } from 'commander';
import { count, share } from '../output/numbers.ts';
import { note, print, printJson } from '../output/print.ts';
import { textTable } from '../output/text-table.ts';
import { readTextFile } from '../read-text-file.ts';
import { writeWhole } from '../write-whole.ts';

interface RulesOptions {
  model: string;
  dialect?: RuleDialect;
  table: string;
  out?: string;
  json?: boolean;
}

/** `clientele rules`: the short rule of each segment, for a reader, a database or JavaScript. */
export function addRules(program: Command): void {
  program
    .command('rules')
    .description('say the short rule that stands for each segment, or write the rules as SQL or JavaScript')
    .requiredOption('--model <file>', 'segmentation.json, as segment --out writes it')
    .addOption(new Option('--dialect <name>', 'write them for a database or JavaScript').choices([...ruleDialects]))
    .option('--table <name>', 'the table of customers for SQL, as in shop.customers', 'customers')
    .option('--out <file>', 'write them to this file (of duckdb where no --dialect is given)')
    .option('--json', 'print one JSON document and nothing else')
    .action(rules);
}

async function rules({ model, dialect, table, out, json }: RulesOptions): Promise<void> {
  const document = readModel(await readTextFile(model, '--model'), basename(model));
  if (document.evidence === null) {
    throw new ClienteleError(
      'not-found',
      `${basename(model)} has no evidence, and rules are part of it; run clientele segment without --no-evidence and with --out DIR, then give the new segmentation.json.`,
      { file: basename(model) },
    );
  }
  const written = dialect ?? (out === undefined ? null : 'duckdb');
  const script = written === null ? null : rulesAs(document, written, { table });
  if (out !== undefined && script !== null) await writeWhole(out, [script]);
  if (json) return printJson({ dialect: written, rules: statedIn(document), script, receipt: document.receipt });
  if (out !== undefined) return note(`Written to ${out}: the rules for ${written}.`);
  if (script !== null) return print(script.trimEnd());
  await print(rulesText(document));
}

const statedIn = ({ segments, evidence }: SegmentationDocument) =>
  segments.map(({ id, name, size }) => ({
    segment: id,
    name,
    size,
    rule: evidence?.segments.find(({ segment }) => segment === id)?.rule ?? null,
  }));

function rulesText(document: SegmentationDocument): string {
  return textTable(
    [
      { label: 'Segment' },
      { label: 'Customers', align: 'right' },
      { label: 'Matched', align: 'right' },
      { label: 'Precision', align: 'right' },
      { label: 'Recall', align: 'right' },
      { label: 'Rule' },
    ],
    statedIn(document).map(({ name, size, rule }) =>
      rule === null
        ? [name, count(size), '–', '–', '–', 'no short rule']
        : [name, count(size), count(rule.matched), share(rule.precision), share(rule.recall), rule.text],
    ),
  );
}
