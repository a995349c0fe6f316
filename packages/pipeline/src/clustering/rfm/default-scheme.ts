import type { RfmScheme } from '@clientele/contracts';
import { boxesOf } from './boxes-of.ts';
import { cellCount, codeOf } from './cells.ts';
import { coverageOf } from './coverage.ts';
import { rfmGroups } from './groups.ts';

/**
 * The scheme of a recipe that names none: quantiles and the eleven groups. For other than 5 scores a code belongs to the group
 * over whose code of the five its middle lies: score s of n stands for score floor((s - 1/2) * 5 / n) + 1. Groups that no code
 * falls to are left out.
 */
export function defaultScheme(scores = 5): RfmScheme {
  const five: RfmScheme = {
    scores: 5,
    axes: 'r-fm',
    cuts: 'quantile',
    ties: 'customers',
    weights: { frequency: 1, monetary: 1 },
    groups: rfmGroups,
  };
  if (scores === 5) return five;
  const scheme = { ...five, scores };
  const over = coverageOf(five).groups;
  const fifth = (score: number) => Math.floor(((score - 0.5) * 5) / scores);
  const codes = Array.from({ length: cellCount(scheme) }, (_, cell) => codeOf(scheme, cell));
  const groups = rfmGroups.flatMap(({ name }, group) => {
    const own = codes.filter(([r = 1, fm = 1]) => over[fifth(r) * 5 + fifth(fm)] === group);
    return own.length === 0 ? [] : [{ name, boxes: boxesOf(own) }];
  });
  return { ...scheme, groups };
}
