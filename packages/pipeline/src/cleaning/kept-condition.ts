import { type RuleId, type Rules, ruleIds } from '@clientele/contracts';

/** The bit of a rule in `flags`. */
export function ruleBit(rule: RuleId): number {
  return 1 << ruleIds.indexOf(rule);
}

/** The bits of all rules that are switched on. */
export function ruleMask(rules: Rules): number {
  return ruleIds.reduce((mask, rule) => (rules[rule] ? mask | ruleBit(rule) : mask), 0);
}

/** SQL that is true for the lines of a staged table that these rules keep: the one form used by every stage. */
export function keptCondition(rules: Rules): string {
  return `(flags & ${ruleMask(rules)}) = 0`;
}
