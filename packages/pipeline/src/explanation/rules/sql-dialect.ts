import type { RuleDialect } from '@clientele/contracts';
import { quoteIdentifier } from '@clientele/engines';
import { plainNumber } from './plain-number.ts';

/** How a database writes names, texts and its floating-point type. */
export interface SqlDialect {
  label: string;
  /** An identifier, any name whatever. */
  name: (name: string) => string;
  text: (text: string) => string;
  double: string;
}

const doubled = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** BigQuery: names and texts share one set of escapes, and neither may run over a line's end. */
function escaped(text: string, quote: string): string {
  const inside = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return quote + inside + quote;
}

export const sqlDialects: Record<Exclude<RuleDialect, 'javascript'>, SqlDialect> = {
  duckdb: { label: 'DuckDB', name: quoteIdentifier, text: doubled, double: 'DOUBLE' },
  postgresql: { label: 'PostgreSQL', name: quoteIdentifier, text: doubled, double: 'DOUBLE PRECISION' },
  bigquery: {
    label: 'BigQuery',
    name: (name) => escaped(name, '`'),
    text: (text) => escaped(text, "'"),
    double: 'FLOAT64',
  },
  snowflake: {
    label: 'Snowflake',
    name: quoteIdentifier,
    text: (text) => doubled(text.replaceAll('\\', '\\\\')),
    double: 'DOUBLE',
  },
};

/**
 * A number for a comparison. Databases read a plain literal as a decimal of limited length and turn it into a double only then; one with
 * more figures than a double surely keeps is therefore cast from its text.
 */
export function sqlNumber(value: number, dialect: SqlDialect): string {
  const plain = plainNumber(value);
  const isShort = plain.replace(/^-?[0.]*|\./g, '').length <= 15 && plain.length <= 18;
  return isShort ? plain : `CAST('${plain}' AS ${dialect.double})`;
}
