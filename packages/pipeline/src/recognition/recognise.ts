import type { ColumnProfile, DatasetKind, FeatureColumn, Mapping, Problem, RoleGuess } from '@clientele/contracts';
import type { Source } from '../sources/source.ts';
import { type ColumnFacts, columnFacts, factsProfile } from './column-facts.ts';
import { featureColumns } from './feature-columns.ts';
import { guessCurrency } from './guess-currency.ts';
import { findCustomerId, guessKind } from './guess-kind.ts';
import { guessRoles } from './guess-roles.ts';
import { roleGuess, valueWhy } from './guess-why.ts';
import { repeatedAmount } from './repeated-amount.ts';
import { settleMoney } from './settle-money.ts';

/** What a source is taken for, from its column names and its first rows. */
export interface Recognition {
  kind: DatasetKind;
  /** One sentence. */
  kindWhy: string;
  mapping: Mapping;
  /** True where the file itself names the currency; else the mapping's is only that of the sample's main country. */
  namesCurrency: boolean;
  /** The guesses that the mapping follows. */
  guesses: RoleGuess[];
  /** Profiles from the sample. */
  columns: ColumnProfile[];
  /** Columns that can be features; empty for orders. */
  features: FeatureColumn[];
  problems: Problem[];
}

function customersGuesses(columns: readonly ColumnFacts[], guesses: readonly RoleGuess[], source: Source): RoleGuess[] {
  const id = findCustomerId(columns, guesses.find((guess) => guess.role === 'customer')?.column);
  const country = guesses.find((guess) => guess.role === 'country');
  const kept: RoleGuess[] = [];
  if (id !== undefined)
    kept.push(
      roleGuess('customer', id.name, 0.9, [`named ${id.name}`, valueWhy('customer', id, undefined, source.sample)]),
    );
  if (country !== undefined) kept.push(country);
  return kept;
}

/** Recognises what a source holds: its kind, the roles of its columns with reasons, and what can be a feature. */
export function recognise(source: Source): Recognition {
  const columns = source.columns.map((name, index) => columnFacts(name, index, source.sample));
  const guessed = guessRoles(columns, source.sample, source.info.hasHeader);
  const { kind, why } = guessKind(columns, guessed);
  const guesses =
    kind === 'orders' ? settleMoney(guessed, columns, source.sample) : customersGuesses(columns, guessed, source);
  const money = kind === 'orders' ? guessCurrency(columns, guesses) : { currency: null, isNamed: false };
  const repeated = kind === 'orders' ? repeatedAmount(guesses, columns, source.sample) : undefined;
  const roles: Mapping['roles'] = {};
  for (const guess of guesses) roles[guess.role] = guess.column;
  return {
    kind,
    kindWhy: why,
    mapping: { kind, roles, dateOrder: 'auto', decimal: 'auto', currency: money.currency },
    namesCurrency: money.isNamed,
    guesses,
    columns: columns.map(factsProfile),
    features: kind === 'customers' ? featureColumns(columns, [roles.customer]) : [],
    problems: repeated === undefined ? [...source.problems] : [...source.problems, repeated],
  };
}
