import { ClienteleError, defaultRules, type RuleId, type Rules, ruleIds } from '@clientele/contracts';
import { splitList } from './split-list.ts';

const isRule = (name: string): name is RuleId => (ruleIds as readonly string[]).includes(name);

/** Reads `--rule duplicate=on,price=off` on top of the default rules. */
export function parseRules(texts: readonly string[], base: Rules = defaultRules): Rules {
  const rules = { ...base };
  for (const part of texts.flatMap(splitList)) {
    const [name = '', state = 'on'] = part.split('=', 2).map((each) => each.trim());
    if (!isRule(name) || (state !== 'on' && state !== 'off'))
      throw new ClienteleError(
        'usage',
        `--rule: "${part}" is not rule=on or rule=off; the rules are ${ruleIds.join(', ')}.`,
        { option: '--rule', found: part },
      );
    rules[name] = state === 'on';
  }
  return rules;
}
