import { type Role, type RoleGuess, roles } from '@clientele/contracts';
import type { Cell } from './cells.ts';
import type { ColumnFacts } from './column-facts.ts';
import { guessByValues } from './guess-by-values.ts';
import { roleGuess, valueWhy } from './guess-why.ts';
import { findKnownExport } from './known-exports.ts';
import { nameScore } from './name-score.ts';
import { squashName } from './split-name.ts';
import { valueFit } from './value-fit.ts';

interface Candidate {
  role: Role;
  facts: ColumnFacts;
  score: number;
  reason: string;
}

const leastScore = 0.3;

function byNames(columns: readonly ColumnFacts[]): Candidate[] {
  const all: Candidate[] = [];
  for (const role of roles)
    for (const facts of columns) {
      const score = nameScore(facts.name, role) * valueFit(role, facts);
      if (score >= leastScore) all.push({ role, facts, score, reason: `named ${facts.name}` });
    }
  all.sort((a, b) => b.score - a.score || a.facts.index - b.facts.index);
  const chosen = new Map<Role, Candidate>();
  const used = new Set<number>();
  for (const candidate of all) {
    if (chosen.has(candidate.role) || used.has(candidate.facts.index)) continue;
    chosen.set(candidate.role, candidate);
    used.add(candidate.facts.index);
  }
  return [...chosen.values()];
}

function byKnownExport(columns: readonly ColumnFacts[]): Candidate[] | undefined {
  const known = findKnownExport(columns.map((facts) => facts.name));
  if (known === undefined) return undefined;
  const chosen: Candidate[] = [];
  for (const role of roles) {
    const named = (known.roles[role] ?? []).flatMap((name) => {
      const facts =
        columns.find((item) => item.name === name) ??
        columns.find((item) => squashName(item.name) === squashName(name));
      return facts === undefined ? [] : [facts];
    });
    const facts = named.find((item) => item.type !== 'empty' || item.rows === 0) ?? named[0];
    if (facts !== undefined) chosen.push({ role, facts, score: 0.95, reason: `${facts.name} in a ${known.name}` });
  }
  return chosen;
}

/** Guesses which column plays which role: by known exports, by names, then by values alone. */
export function guessRoles(
  columns: readonly ColumnFacts[],
  sample: readonly (readonly Cell[])[],
  hasHeader: boolean,
): RoleGuess[] {
  const known = hasHeader ? byKnownExport(columns) : undefined;
  const chosen = known ?? (hasHeader ? byNames(columns) : []);
  if (known === undefined)
    chosen.push(...guessByValues(columns, sample, new Map(chosen.map((c) => [c.role, c.facts]))));
  const customer = chosen.find((candidate) => candidate.role === 'customer')?.facts;
  const guesses = chosen.map(({ role, facts, score, reason }) =>
    roleGuess(role, facts.name, score, [reason, valueWhy(role, facts, customer, sample)]),
  );
  const description = guesses.find((guess) => guess.role === 'description');
  if (description !== undefined && !guesses.some((guess) => guess.role === 'product'))
    guesses.push({
      ...description,
      role: 'product',
      why: `no product code, so the name stands for it; ${description.why}`,
    });
  return guesses.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}
