import type { Mapping, Problem } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import { requireComplete } from '../recognition/complete-mapping.ts';
import type { Source } from '../sources/source.ts';
import { idSql } from './cell-sql.ts';
import { decideMark } from './decide-mark.ts';
import { decideTimes, type TimeDecision } from './decide-times.ts';
import { markCancelledLaterSql, markDuplicatesSql } from './mark-lines.ts';
import { createOrdersSql, type Look } from './orders-sql.ts';
import { planReading, type ReadingPlan, roleIndex } from './reading-plan.ts';
import { stageCounts } from './stage-counts.ts';
import { stageProblems } from './stage-problems.ts';
import type { SpareColumn, Staged, StageOptions } from './staged.ts';

async function areFloatIds(session: Session, source: Source, mapping: Mapping): Promise<boolean> {
  const at = roleIndex(source, mapping, 'customer');
  const { sql, values } = source.relation([at]);
  const [row] = await session.rows(
    `SELECT count(*) AS others FROM (SELECT ${idSql(`c${at}`)} AS id FROM ${sql}) WHERE NOT regexp_full_match(id, '[0-9]+[.]0+')`,
    values,
  );
  return Number(row?.others) === 0;
}

/**
 * Reads order lines into a table. The first reading follows the sample; only where it leaves cells unread, or a choice
 * was open, is the whole column looked at and, if another reading reads more, the file read once more.
 */
export async function stageOrders(
  session: Session,
  source: Source,
  mapping: Mapping,
  table: string,
  options: StageOptions,
): Promise<Staged> {
  requireComplete(source, mapping);
  const looked = {
    later: options.rules === undefined || options.rules['cancelled-later'],
    duplicates: options.rules === undefined || options.rules.duplicate,
    administrative: options.rules === undefined || options.rules.administrative,
    descriptions: options.rules === undefined || mapping.roles.product === undefined,
  };
  const isSpare = (column: SpareColumn) => options.spare?.includes(column) === true;
  const look: Look = {
    ...looked,
    descriptions: looked.descriptions && (!isSpare('product') || looked.later),
    products: !isSpare('product') || looked.later || looked.administrative,
    countries: !isSpare('country'),
  };
  let plan: ReadingPlan = planReading(source, mapping);
  if (plan.floatIds) plan = { ...plan, floatIds: await areFloatIds(session, source, mapping) };
  if (plan.openMark) plan = { ...plan, mark: (await decideMark(session, source, mapping, plan.mark)).mark };
  const read = async () => {
    const { sql, values } = createOrdersSql(source, mapping, plan, table, look);
    await session.run(sql, values);
    return stageCounts(session, table);
  };
  let counts = await read();
  let times: TimeDecision = { dayOrder: plan.dayOrder, problems: [], more: false };
  if (plan.openOrder || counts.strangeTimes > 0) times = await decideTimes(session, source, mapping, plan, counts);
  const problems: Problem[] = [...times.problems];
  const marks =
    plan.openMark || counts.strangeNumbers > 0
      ? await decideMark(session, source, mapping, plan.mark)
      : { mark: plan.mark, more: false, problems: [] };
  problems.push(...marks.problems);
  const notCancelled =
    plan.cancelPrefix &&
    mapping.roles.order !== undefined &&
    mapping.roles.status === undefined &&
    counts.cancelled > counts.rows / 2;
  if (times.more || marks.more || notCancelled) {
    plan = {
      ...plan,
      dayOrder: times.dayOrder,
      mark: marks.mark,
      cancelPrefix: plan.cancelPrefix && !notCancelled,
    };
    counts = await read();
  }
  problems.push(...(await stageProblems(session, source, mapping, table, counts)));
  if (look.duplicates) {
    await session.run(markDuplicatesSql(table));
    await session.run(`ALTER TABLE ${quoteIdentifier(table)} DROP COLUMN line_hash`);
  }
  if (look.later) await session.run(markCancelledLaterSql(table, mapping.roles.quantity !== undefined));
  problems.push(...(await source.rejected(session)));
  return {
    kind: 'orders',
    table,
    rows: counts.rows,
    mapping: {
      ...mapping,
      dateOrder: mapping.dateOrder === 'auto' ? (plan.openOrder ? plan.dayOrder : 'ymd') : mapping.dateOrder,
      decimal: plan.mark,
    },
    columns: [],
    problems,
  };
}
