import type { Condition, SegmentRule } from '@clientele/contracts';
import type { FeatureTable } from '../../features/feature-table.ts';
import type { RuleProblem } from './box.ts';
import { meetsRule } from './meets-rule.ts';
import { readableBoxes } from './readable-boxes.ts';
import { type RuleColumn, ruleColumns } from './rule-columns.ts';
import { ruleText } from './rule-text.ts';
import { speaksOfMore } from './rule-words.ts';
import { improveRule, type RuleFound, searchRules } from './search-rule.ts';
import { boxInAll, searchSample } from './search-sample.ts';

/** What rules are found for. */
export interface RulesAsked {
  table: FeatureTable;
  /** For each row of the table its segment, 0 to k-1; -1 for none. */
  labels: Int32Array;
  k: number;
  currency: string | null;
}

/** Rules of the search that are worked out on all customers before others are looked at. */
const finalists = 3;

/**
 * For each segment a short rule on raw features: one box of few conditions, or two where the second pays, by F1 less a price for each
 * condition. Sought on at most 20,000 rows, then improved, made readable and counted on all. Null where the segment is empty, or where no
 * rule has twice the precision of the segment's share (of a segment above a third: half the misses).
 */
export function findRules(asked: RulesAsked): (SegmentRule | null)[] {
  const columns = ruleColumns(asked.table);
  const cuts = new Map<string, number[]>();
  return Array.from({ length: asked.k }, (_, segment) => findRule({ ...asked, columns, cuts }, segment));
}

interface Task extends RulesAsked {
  columns: RuleColumn[];
  cuts: Map<string, number[]>;
}

function findRule(asked: Task, segment: number): SegmentRule | null {
  const all = problemOf(asked.columns, asked.labels, segment);
  if (all.size === 0 || all.size === all.rows) return null;
  const sample = searchSample(all, segment);
  const found = searchRules(sample).sort((a, b) => b.score - a.score);
  for (const some of [found.slice(0, finalists), found.slice(finalists)]) {
    const rules = some
      .map(({ boxes }) =>
        improveRule(
          all,
          boxes.map((box) => boxInAll(sample, box)),
        ),
      )
      .sort((a, b) => b.score - a.score);
    for (const rule of rules) {
      const useful = finish(asked, all, rule, segment);
      if (useful !== null) return useful;
    }
  }
  return null;
}

/** The rule in words and numbers of all customers; null where it says too little. */
function finish(asked: Task, all: RuleProblem, { boxes, hits, matched }: RuleFound, segment: number) {
  const { table, currency, cuts } = asked;
  const share = all.size / all.rows;
  const enough = Math.min(2 * share, (1 + share) / 2);
  if (matched === 0 || hits / matched < enough - 0.01 || boxes.some((box) => box.length === 0)) return null;
  const isOrders = table.revenue !== null;
  const conditions = readableBoxes(all, boxes, { speaksOfMore: (id) => speaksOfMore(id, isOrders), cuts });
  const rule = countRule(asked, segment, conditions);
  const text = ruleText(conditions, { features: table.features, isOrders, currency });
  return rule.precision < enough ? null : { boxes: conditions, text, ...rule };
}

function problemOf(columns: RuleColumn[], labels: Int32Array, segment: number): RuleProblem {
  const inside = Uint8Array.from(labels, (label) => Number(label === segment));
  const size = inside.reduce((sum, each) => sum + each, 0);
  return { columns, rows: labels.length, inside, weightIn: 1, weightOut: 1, size };
}

function countRule({ table, labels }: RulesAsked, segment: number, boxes: Condition[][]) {
  const isMet = meetsRule(table, boxes);
  let [matched, hits, size] = [0, 0, 0];
  labels.forEach((label, row) => {
    const isInside = label === segment;
    if (isInside) size++;
    if (!isMet(row)) return;
    matched++;
    if (isInside) hits++;
  });
  return { matched, hits, precision: matched === 0 ? 0 : hits / matched, recall: hits / size };
}
