import { open } from 'node:fs/promises';
import { columnNames } from '../shared/column-names.ts';
import { literalPath } from '../shared/csv-layout.ts';
import { explainReading } from '../shared/explain-reading.ts';
import { fileError } from '../shared/file-errors.ts';
import type { Format } from '../shared/format.ts';
import type { InputFile } from '../shared/input-file.ts';
import { localFile } from '../shared/local-file.ts';
import { sampleRows } from '../shared/sample.ts';
import { WorkFiles } from '../shared/work-files.ts';
import type { Relation, Source, SourceOptions } from '../source.ts';
import { textExpression } from './text-expression.ts';

const mark = 'PAR1';

/** Parquet, read by the engine; every column as text. */
export const parquetFormat: Format = {
  recognises: (file) => file.head.subarray(0, 4).toString('latin1') === mark,
  open(file, options) {
    const files = new WorkFiles(options.workDir);
    return files.keepIfDone(() => openParquet(file, options, files));
  },
};

async function openParquet(file: InputFile, options: SourceOptions, files: WorkFiles): Promise<Source> {
  const path = await localFile(file, files, 'parquet', options.signal);
  await checkEnd(path, file.name);
  const info: Source['info'] = {
    name: file.name,
    bytes: file.bytes,
    format: 'parquet',
    compression: file.compression,
    encoding: null,
    delimiter: null,
    hasHeader: true,
    sheets: [],
  };
  try {
    const schema = await options.engine.rows(
      'select column_name as name, column_type as type from (describe select * from read_parquet($1, binary_as_string = true))',
      [literalPath(path)],
    );
    const columns = columnNames(schema.map((column) => String(column.name)));
    const expressions = schema.map((column, index) => textExpression(`p${index}`, String(column.type)));
    const relation = (indexes: readonly number[] = columns.map((_, index) => index)): Relation => {
      const places = schema.map((_, index) => `p${index}`).join(', ');
      const list = indexes.map((index) => `${expressions[index]} as c${index}`).join(', ');
      const source = `read_parquet($1, binary_as_string = true) as t(${places})`;
      return { sql: `(select ${list || `${expressions[0]} as c0`} from ${source})`, values: [literalPath(path)] };
    };
    const all = relation();
    const rows = await options.engine.rows(`select * from ${all.sql} limit ${sampleRows}`, all.values);
    return {
      info,
      columns,
      sample: rows.map((row) => columns.map((_, index) => (row[`c${index}`] ?? null) as string | null)),
      problems: [],
      relation,
      rejected: async () => [],
      explain: (cause) => explainReading(cause, info),
      close: () => files.remove(),
    };
  } catch (cause) {
    throw explainReading(cause, info);
  }
}

async function checkEnd(path: string, name: string): Promise<void> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4));
    if (size < 12 || buffer.toString('latin1') !== mark)
      throw fileError(
        'format-broken',
        name,
        'is a Parquet file that is cut off: its end is missing, so copy or write the whole file again.',
      );
  } finally {
    await handle.close();
  }
}
