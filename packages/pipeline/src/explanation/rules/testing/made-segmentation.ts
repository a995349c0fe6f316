import type { Evidence, FeatureUnit, PreparedFeature, SegmentationDocument, SegmentRule } from '@clientele/contracts';
import { createRandom } from '@clientele/kernels';
import { customerRows } from '../../../exports/customer-rows.ts';
import { customersCsv } from '../../../exports/customers-csv.ts';
import { segmentColumnNames } from '../../../exports/segment-columns.ts';
import type { FeatureTable } from '../../../features/feature-table.ts';
import { runRecipe } from '../../../run/run-recipe.ts';
import { customerTable, testRecipe, threeClouds } from '../../../run/testing/tables.ts';

/** A document of which only what rules are read from is true. */
export async function documentWith(
  table: FeatureTable,
  names: readonly string[],
  rules: readonly (SegmentRule | null)[] | null,
): Promise<SegmentationDocument> {
  const { document } = await runRecipe({ table: threeClouds(10), recipe: testRecipe({ method: 'kmeans', k: 3 }) });
  const [segment] = document.segments;
  const [column] = document.preparation.columns;
  if (segment === undefined || column === undefined) throw new Error('no segment');
  const columns = table.features.map(({ id, label, unit }): PreparedFeature => ({ ...column, id, label, unit }));
  return {
    ...document,
    customers: table.ids.length,
    segments: names.map((name, id) => ({ ...segment, id, name, size: 6 })),
    preparation: { ...document.preparation, columns },
    evidence: rules === null ? null : ({ segments: rules.map((rule, id) => ({ segment: id, rule })) } as Evidence),
  };
}

/** customers.csv as text. */
export async function csvText(table: FeatureTable, labels: Int32Array, names: readonly string[]): Promise<string> {
  let text = '';
  const segments = { names, grades: [], confidenceOf: () => 0.5 };
  const input = { rows: customerRows(table, labels), features: table.features, segments };
  for await (const piece of customersCsv(input)) text += piece;
  return text;
}

export const hostileNames = [
  'Best "of" all; --',
  "*/ DROP TABLE customers; /* O'Hara",
  'two\nlines\r\n-- 2\u2028x',
  '`\\`',
];

/** Columns of hostile names and values, with four segments that more or less lie in boxes. */
export function hostileTable(seed: number, rows: number): { table: FeatureTable; labels: Int32Array } {
  const random = createRandom(seed);
  const from = <T>(values: readonly T[]): T => values[Math.floor(random.next() * values.length)] as T;
  const fill = <T>(make: () => T): T[] => Array.from({ length: rows }, make);
  const gaps = (value: number) =>
    random.next() < 0.1 ? from([Number.NaN, Number.POSITIVE_INFINITY, -Infinity]) : value;
  const kinds = [
    "O'Hara",
    'say "hi"',
    '=1+1',
    '@me',
    'back\\slash',
    'a,b',
    'two\nlines',
    '% _',
    '-- x',
    ' padded ',
    '',
  ];
  const columns = {
    recency: fill(() => Math.floor(random.next() * 300)),
    'spent "net", £': fill(() => gaps(Math.round(random.next() * 90_000) / 100)),
    "tiny'; --": fill(() => from([1e-7, -0, 0, 3e-7, 5e-324, 1.2345678901234566e-7, -2e-7])),
    'huge `\\` %s': fill(() => gaps(from([1e21, 1.5e300, -1e21, 1.2345678901234568e20, 2 ** 53, 0.1]))),
    constant: fill(() => 7),
    'all missing': fill(() => Number.NaN),
    'kind\nof thing': fill(() => (random.next() < 0.1 ? null : from(kinds))),
  };
  const table = customerTable(columns);
  const at = (id: keyof typeof columns, row: number) => columns[id][row];
  const labels = Int32Array.from({ length: rows }, (_, row) => {
    if (random.next() < 0.08) return from([-1, 0, 1, 2, 3]);
    const [kind, recency] = [at('kind\nof thing', row), Number(at('recency', row))];
    if (kind === '=1+1' || kind === "O'Hara" || kind === 'back\\slash') return 0;
    if (Number(at('huge `\\` %s', row)) >= 1e21) return 1;
    if (recency < 100 && Number(at("tiny'; --", row)) > 0) return 2;
    return Number(at('spent "net", £', row)) > 400 ? 3 : -1;
  });
  return { table, labels };
}

/** The columns of customers.csv in their order, each with whether it holds numbers. */
export function csvColumns(
  features: readonly { id: string; unit: FeatureUnit }[],
): { name: string; isNumber: boolean }[] {
  const isNumber = false;
  return [
    { name: 'customer', isNumber },
    { name: 'country', isNumber },
    ...features.map(({ id, unit }) => ({ name: id, isNumber: unit !== 'category' })),
    ...segmentColumnNames.map((name) => ({ name, isNumber: name === 'segment' || name === 'segment_confidence' })),
  ];
}
