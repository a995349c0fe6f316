import { ClienteleError, type Recipe, recipeSchema } from '@clientele/contracts';
import type { ReadingOptions } from '@clientele/pipeline';
import { type Command, Option } from 'commander';
import { parseMap } from './parse-map.ts';
import { quotedRoles } from './saved-reading.ts';

/** The options that join a table of customers to order lines. */
export interface AttributeOptions {
  attributes?: string;
  attributesMap?: string[];
  features?: string[];
}

/** A table of customers whose columns are joined to order lines, and how it is read. */
export interface AttributesFile {
  path: string;
  reading: ReadingOptions;
}

const gather = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

/** Adds them to a command. */
export function addAttributeOptions(command: Command): Command {
  return command
    .option('--attributes <file>', "a table of customers: its columns join the features, by the customer's id")
    .addOption(
      new Option(
        '--attributes-map <role=Column,...>',
        'which of its columns plays which role, as in customer="Client no"',
      ).argParser(gather),
    );
}

/**
 * The table of customers to join, read as a saved recipe says and the options on top of it; undefined where none is given. Throws
 * `usage` where one is needed and none is given.
 */
export function readAttributeOptions(options: AttributeOptions, saved?: unknown): AttributesFile | undefined {
  const { attributes: path, attributesMap = [] } = options;
  const { name, mapping: known = null } = savedAttributes(saved) ?? {};
  if (path === undefined) {
    if (attributesMap.length > 0)
      throw new ClienteleError(
        'usage',
        '--attributes-map was given without --attributes; name the table of customers.',
      );
    if (name !== undefined && options.features === undefined)
      throw new ClienteleError(
        'usage',
        `The recipe has features of ${name}, a table of customers; give such a table with --attributes.`,
        { option: '--attributes' },
      );
    return undefined;
  }
  const roles = parseMap([...(known === null ? [] : quotedRoles(known)), ...attributesMap], '--attributes-map');
  return {
    path,
    reading: {
      mapping: {
        kind: 'customers',
        roles: Object.fromEntries(roles),
        ...(known !== null && { dateOrder: known.dateOrder, decimal: known.decimal }),
      },
    },
  };
}

function savedAttributes(saved: unknown): Recipe['data']['attributes'] {
  const data = (saved as { data?: { attributes?: unknown } } | undefined)?.data;
  const attributes = recipeSchema.shape.data.shape.attributes.safeParse(data?.attributes);
  return attributes.success ? attributes.data : undefined;
}
