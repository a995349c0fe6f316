import type { Row, Session, Value } from '@clientele/engines';

export interface Part {
  /** A SELECT whose columns are numbers, texts or lists of them. */
  sql: string;
  /** What its rows are ordered by, over its columns as `r.name`. */
  order?: string;
}

/**
 * Runs several SELECTs over the same common table expressions as one statement, so that these are computed once.
 * Rows travel as JSON; numbers must be finite, and decimals cast to DOUBLE.
 */
export async function readParts<Name extends string>(
  session: Session,
  ctes: string,
  parts: Record<Name, Part>,
  values: Value[],
): Promise<Record<Name, Row[]>> {
  const names = Object.keys(parts) as Name[];
  const selects = names.map((name, i) => {
    const { sql, order } = parts[name];
    return `select ${i} as part, cast(to_json(list(r${order ? ` order by ${order}` : ''})) as varchar) as body
      from (${sql}) r`;
  });
  const found = await session.rows(`with ${ctes}\n${selects.join('\nunion all\n')}`, values);
  const bodies = new Map(found.map((row) => [row.part, row.body]));
  return Object.fromEntries(
    names.map((name, i) => [name, JSON.parse((bodies.get(i) as string | null) ?? '[]')]),
  ) as Record<Name, Row[]>;
}

/** A cell as a number, 0 where there is none. */
export function numberOf(row: Row | undefined, name: string): number {
  const cell = row?.[name];
  return typeof cell === 'number' ? cell : 0;
}

/** A cell as a number or null. */
export function numberOrNull(row: Row | undefined, name: string): number | null {
  const cell = row?.[name];
  return typeof cell === 'number' ? cell : null;
}

/** A cell as a text or null. */
export function textOrNull(row: Row | undefined, name: string): string | null {
  const cell = row?.[name];
  return typeof cell === 'string' ? cell : null;
}
