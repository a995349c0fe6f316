import { ClienteleError, datasetKindSchema, type Mapping } from '@clientele/contracts';
import type { ReadingOptions } from '@clientele/pipeline';
import { type Command, Option } from 'commander';
import { parseMap } from './parse-map.ts';
import { parseRules } from './parse-rules.ts';

/** The options that say how a file is read; the same for every command that takes one. */
export interface DataOptions {
  map?: string[];
  rule?: string[];
  sheet?: string[];
  kind?: Mapping['kind'];
  dateOrder?: Mapping['dateOrder'];
  decimal?: Mapping['decimal'];
  currency?: string;
  json?: boolean;
}

const gather = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

/** Adds them to a command. */
export function addDataOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--map <role=Column,...>', 'which column plays which role; role= takes it away').argParser(gather),
    )
    .addOption(new Option('--kind <kind>', 'what a row is').choices(datasetKindSchema.options))
    .addOption(new Option('--rule <rule=on|off,...>', 'switch cleaning rules').argParser(gather))
    .addOption(new Option('--sheet <name>', 'sheet of a workbook to read; may be repeated').argParser(gather))
    .addOption(
      new Option('--date-order <order>', 'order of year, month and day').choices(['auto', 'ymd', 'mdy', 'dmy']),
    )
    .addOption(new Option('--decimal <mark>', 'decimal mark of numbers').choices(['auto', 'point', 'comma']))
    .option('--currency <code>', 'ISO 4217 code of the money, such as EUR')
    .option('--json', 'print one JSON document');
}

/** The options as choices on top of what is recognised. */
export function readDataOptions(options: DataOptions): ReadingOptions {
  const currency = options.currency?.toUpperCase();
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    throw new ClienteleError(
      'usage',
      `--currency: "${options.currency}" is no ISO 4217 code; expected three letters such as EUR.`,
      { option: '--currency', found: options.currency ?? '' },
    );
  return {
    mapping: {
      ...(options.kind !== undefined && { kind: options.kind }),
      roles: Object.fromEntries(parseMap(options.map ?? [])),
      ...(options.dateOrder !== undefined && { dateOrder: options.dateOrder }),
      ...(options.decimal !== undefined && { decimal: options.decimal }),
      ...(currency !== undefined && { currency }),
    },
    rules: parseRules(options.rule ?? []),
    sheets: options.sheet,
  };
}
