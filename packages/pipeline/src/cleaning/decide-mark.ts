import type { Mapping, Problem } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { Mark } from '../recognition/number-text.ts';
import type { Source } from '../sources/source.ts';
import { numberSql } from './cell-sql.ts';
import { numberRoles, roleIndex } from './reading-plan.ts';

/** The decimal mark that the whole columns speak for. */
export interface MarkDecision {
  mark: Mark;
  /** True where it reads more cells than the mark in hand. */
  more: boolean;
  problems: Problem[];
}

/** Decides the decimal mark from all number columns of the file; a tie keeps the mark in hand and is said. */
export async function decideMark(
  session: Session,
  source: Source,
  mapping: Mapping,
  mark: Mark,
): Promise<MarkDecision> {
  if (mapping.decimal !== 'auto') return { mark, more: false, problems: [] };
  const indexes = numberRoles.map((role) => roleIndex(source, mapping, role)).filter((at) => at >= 0);
  const { sql, values } = source.relation(indexes);
  const cells = `SELECT unnest([${indexes.map((at) => `c${at}`).join(', ')}]) AS c FROM ${sql}`;
  // Numbers repeat: each is looked at once.
  const [row] = await session.rows(
    `SELECT sum(n) FILTER (WHERE point IS NOT NULL) AS point, sum(n) FILTER (WHERE comma IS NOT NULL) AS comma,
       sum(n) FILTER (WHERE point <> comma) AS differ
     FROM (SELECT n, ${numberSql('c', 'point')} AS point, ${numberSql('c', 'comma')} AS comma
       FROM (SELECT c, count(*) AS n FROM (${cells}) WHERE c IS NOT NULL GROUP BY 1))`,
    values,
  );
  const fits: Record<Mark, number> = { point: Number(row?.point ?? 0), comma: Number(row?.comma ?? 0) };
  const differ = Number(row?.differ ?? 0);
  const other: Mark = mark === 'point' ? 'comma' : 'point';
  if (fits[other] > fits[mark]) return { mark: other, more: true, problems: [] };
  if (fits[other] < fits[mark] || differ === 0) return { mark, more: false, problems: [] };
  const columns = indexes.map((at) => source.columns[at]).join(', ');
  const problem: Problem = {
    severity: 'warning',
    code: 'ambiguous-numbers',
    message: `The numbers of ${columns} were read with a decimal ${mark}, but would fit a decimal ${other} as well; ${differ.toLocaleString('en-GB')} cells would then have another value. Set the decimal mark if that is meant.`,
    count: differ,
  };
  return { mark, more: false, problems: [problem] };
}
