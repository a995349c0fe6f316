import type { Problem, SourceInfo } from '@clientele/contracts';
import type { Source } from '../source.ts';
import { type CsvLayout, csvRelation } from './csv-layout.ts';
import { explainReading } from './explain-reading.ts';
import type { WorkFiles } from './work-files.ts';

export interface CsvSourceParts {
  info: SourceInfo;
  columns: string[];
  /** Where each column stands in the laid-out file. */
  places: number[];
  /** Rows as they stand in the laid-out file. */
  rows: (string | null)[][];
  layout: CsvLayout;
  problems: Problem[];
  rejected: Problem[];
  files: WorkFiles;
}

/** A source that the engine reads from text: the file itself, or the normalised copy of it. */
export function csvSource({ info, columns, places, rows, layout, problems, rejected, files }: CsvSourceParts): Source {
  const sample = rows.map((row) => places.map((place) => row[place] ?? null));
  const renamed = places.some((place, index) => place !== index);
  return {
    info,
    columns,
    sample,
    problems,
    relation(indexes = columns.map((_, index) => index)) {
      const wanted = indexes.map((index) => places[index] ?? 0);
      const { sql, values } = csvRelation(layout, wanted);
      if (!renamed) return { sql, values };
      const names = indexes.map((index, at) => `c${wanted[at]} as c${index}`).join(', ');
      return { sql: `(select ${names || 'c0'} from ${sql})`, values };
    },
    rejected: async () => rejected,
    explain: (cause) => explainReading(cause, info),
    close: () => files.remove(),
  };
}

/** The columns of a laid-out file that are worth showing: a nameless one without a single value is left out. */
export function usefulPlaces(headings: readonly (string | null)[], filled: readonly boolean[]): number[] {
  const all = headings.map((_, index) => index);
  const useful = all.filter((index) => headings[index]?.trim() || filled[index]);
  return useful.length > 0 ? useful : all;
}
