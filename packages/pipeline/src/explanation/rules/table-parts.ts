import { ClienteleError } from '@clientele/contracts';

/** The parts of a table's name, at its points; a part in "quotes" or `backticks` may hold points itself. Throws `usage`. */
export function tableParts(table: string): string[] {
  const parts: string[] = [];
  const part = /(?:"((?:[^"]|"")+)"|`((?:[^`]|``)+)`|([^".`]+))(\.|$)/suy;
  while (part.lastIndex < table.length) {
    const [, quoted, ticked, bare, end] = part.exec(table) ?? [];
    const name = quoted?.replaceAll('""', '"') ?? ticked?.replaceAll('``', '`') ?? bare?.trim();
    if (name === undefined || name === '' || (end === '.' && part.lastIndex === table.length)) throw invalid(table);
    parts.push(name);
  }
  if (parts.length === 0) throw invalid(table);
  return parts;
}

function invalid(table: string): ClienteleError {
  return new ClienteleError(
    'usage',
    `"${table}" is no name of a table; write it as customers, shop.customers or "my shop".customers.`,
    { table },
  );
}
