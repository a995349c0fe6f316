import { type PlanContext, type PlanFacts, type PlanSources, planFacts } from './plan-facts.ts';
import { type PlanArea, type PlanRule, type PlanRuleId, planAreas, planRules } from './plan-rules.ts';

/** One thing to do with a segment. */
export interface PlanLine {
  area: PlanArea;
  /** A sentence. */
  action: string;
  /** A sentence with the numbers from which the action follows. */
  because: string;
  /** Stable id of the rule. */
  rule: PlanRuleId;
}

const entries = <Key extends string, Value>(record: Partial<Record<Key, Value>> | undefined): [Key, Value][] =>
  Object.entries(record ?? {}) as [Key, Value][];

function holds({ effects, measures }: PlanRule, facts: PlanFacts): boolean {
  return (
    entries(effects).every(([name, { from = -Infinity, below = Infinity, upTo = Infinity }]) => {
      const effect = facts.effects[name];
      return effect !== null && effect >= from && effect < below && effect <= upTo;
    }) &&
    entries(measures).every(([name, { atLeast = -Infinity, atMost = Infinity }]) => {
      const value = facts.measures[name];
      return value !== null && value >= atLeast && value <= atMost;
    })
  );
}

/** What to do with a segment, by stated rules (`planRules`) from its own numbers: at most one line a group of rules, and none where the data say nothing. */
export function segmentPlan(segment: number, sources: PlanSources, context: PlanContext): PlanLine[] {
  const facts = planFacts(segment, sources, context);
  const spoken = new Set<string>();
  const lines: PlanLine[] = [];
  for (const rule of planRules) {
    if (spoken.has(rule.group) || !holds(rule, facts)) continue;
    spoken.add(rule.group);
    // The next rule of the group would say what does not hold first.
    if (rule.says.some((name) => facts.said[name] === null)) continue;
    const values = Object.fromEntries(rule.says.map((name) => [name, facts.said[name] ?? '']));
    lines.push({
      area: rule.area,
      action: context.text(`plan.${rule.id}.action`, values),
      because: context.text(`plan.${rule.id}.because`, values),
      rule: rule.id,
    });
  }
  return lines.sort((left, right) => planAreas.indexOf(left.area) - planAreas.indexOf(right.area));
}
