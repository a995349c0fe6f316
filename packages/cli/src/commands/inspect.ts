import { roleLabels } from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { inspectSource } from '@clientele/pipeline';
import type { Command } from 'commander';
import { addDataOptions, type DataOptions, readDataOptions } from '../options/data-options.ts';
import { ledgerText } from '../output/ledger-text.ts';
import { count } from '../output/numbers.ts';
import { print, printJson } from '../output/print.ts';
import { createProgressLine } from '../output/progress-line.ts';
import { textTable } from '../output/text-table.ts';

/** `clientele inspect FILE`: what was recognised. */
export function addInspect(program: Command): void {
  const command = program
    .command('inspect <file>')
    .description('say what a file was recognised as: format, encoding, columns, roles, problems');
  addDataOptions(command).action(inspect);
}

async function inspect(file: string, options: DataOptions): Promise<void> {
  const reading = readDataOptions(options);
  const line = createProgressLine();
  const engine = await openDuckdb();
  try {
    const inspection = await inspectSource({ engine, onProgress: line.onProgress }, file, reading);
    line.clear();
    if (options.json) return await printJson(inspection);
    const { source } = inspection;
    const facts = [
      source.format,
      source.compression === 'none' ? null : source.compression,
      source.encoding,
      source.delimiter === null ? null : `delimiter ${JSON.stringify(source.delimiter)}`,
      source.hasHeader ? null : 'no header row',
      `${count(inspection.rows)} rows`,
      `${inspection.columns.length} columns`,
    ];
    const roleOf = new Map(Object.entries(inspection.mapping.roles).map(([role, column]) => [column, role]));
    await print(`${source.name}: ${facts.filter((fact) => fact !== null).join(', ')}\n${inspection.kindWhy}\n`);
    for (const sheet of source.sheets)
      await print(`  sheet ${sheet.name}: ${count(sheet.rows)} rows${sheet.chosen ? '' : ', not read'}`);
    await print(
      textTable(
        [
          { label: 'Column' },
          { label: 'Type' },
          { label: 'Role' },
          { label: 'Missing', align: 'right' },
          { label: 'Distinct', align: 'right' },
          { label: 'Examples' },
        ],
        inspection.columns.map((column) => [
          column.name,
          column.type,
          roleLabels[roleOf.get(column.name) as keyof typeof roleLabels] ?? '',
          count(column.missing),
          count(column.distinct),
          column.examples.slice(0, 3).join(', ').slice(0, 60),
        ]),
      ),
    );
    for (const guess of inspection.guesses)
      await print(
        `  ${roleLabels[guess.role]}: ${guess.column}, ${guess.why} (${Math.round(guess.confidence * 100)}%)`,
      );
    if (inspection.ledger !== null) await print(`\n${ledgerText(inspection.ledger, inspection.kind === 'orders')}`);
    for (const problem of inspection.problems) await print(`\n${problem.severity}: ${problem.message}`);
  } finally {
    line.clear();
    await engine.close();
  }
}
