import type { Condition, RuleDialect, SegmentationDocument } from '@clientele/contracts';
import { columnNames } from '../../exports/column-names.ts';
import { type SqlDialect, sqlDialects, sqlNumber } from './sql-dialect.ts';
import { headerLines, ruleLine, type StatedRule, statedRules } from './stated-rules.ts';
import { tableParts } from './table-parts.ts';

/** The rules as one script: for each segment a SELECT of its customers, and one that flags all rules for every customer. */
export function sqlRules(
  document: SegmentationDocument,
  dialectId: Exclude<RuleDialect, 'javascript'>,
  table: string,
): string {
  const dialect = sqlDialects[dialectId];
  const rules = statedRules(document);
  const names = columnNames([...new Set(document.preparation.columns.map(({ id }) => id))]);
  const from = `FROM ${tableParts(table).map(dialect.name).join('.')}`;
  const customer = dialect.name('customer');
  const stated = rules.filter(({ rule }) => rule !== null);
  const header = [
    ...headerLines(document, rules),
    `${dialect.label}. Columns are named as in customers.csv; numbers are numbers, categories are text, what is missing is NULL.`,
    ...[...names].filter(([id, name]) => id !== name).map(([id, name]) => renamed(id, name)),
  ];
  const selects = rules.map((each) => {
    const lines = [`-- ${ruleLine(each)}`];
    if (each.rule !== null) lines.push(`SELECT ${customer}`, from, `WHERE ${where(each, dialect, names)};`);
    return lines.join('\n');
  });
  if (stated.length > 0) {
    const flags = stated.map((each) => {
      const flag = `CASE WHEN ${where(each, dialect, names)} THEN 1 ELSE 0 END AS ${dialect.name(`rule_${each.segment}`)}`;
      return `  -- ${ruleLine(each)}\n  ${flag}`;
    });
    selects.push(
      `-- All rules at once: 1 where a customer meets one.\nSELECT\n  ${customer},\n${flags.join(',\n')}\n${from};`,
    );
  }
  return `${[header.map((line) => `-- ${line}`).join('\n'), ...selects].join('\n\n')}\n`;
}

function renamed(id: string, name: string): string {
  const [before, after] = [id, name].map((each) => JSON.stringify(each).replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, ' '));
  return `The feature ${before} is in the column ${after}, as in customers.parquet: another column has its name.`;
}

function where({ rule }: StatedRule, dialect: SqlDialect, names: Map<string, string>): string {
  const boxes = rule?.boxes ?? [];
  const texts = boxes.map((box) => box.map((each) => sqlCondition(each, dialect, names)).join(' AND '));
  return texts.length === 1 ? (texts[0] ?? '') : texts.map((text) => `(${text})`).join(' OR ');
}

function sqlCondition(condition: Condition, dialect: SqlDialect, names: Map<string, string>): string {
  const column = dialect.name(names.get(condition.feature) ?? condition.feature);
  if (condition.kind === 'values') {
    const [only = '', ...more] = condition.values.map(dialect.text);
    return more.length === 0 ? `${column} = ${only}` : `${column} IN (${[only, ...more].join(', ')})`;
  }
  const min = condition.min === null ? null : sqlNumber(condition.min, dialect);
  const max = condition.max === null ? null : sqlNumber(condition.max, dialect);
  if (min !== null && max !== null) return min === max ? `${column} = ${min}` : `${column} BETWEEN ${min} AND ${max}`;
  if (min !== null) return `${column} >= ${min}`;
  return max === null ? `${column} IS NOT NULL` : `${column} <= ${max}`;
}
