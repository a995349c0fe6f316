import type { RoleGuess } from '@clientele/contracts';
import type { ColumnFacts } from './column-facts.ts';
import { currencyCodes, currencyOfCountry, currencyOfText } from './currencies.ts';
import { splitName } from './split-name.ts';

interface GuessedCurrency {
  currency: string | null;
  /** True where the file itself names it, so that it is no guess. */
  isNamed: boolean;
}

/** The currency by the signs beside the money, by the currency column, by a heading, or by where the customers live. */
export function guessCurrency(columns: readonly ColumnFacts[], guesses: readonly RoleGuess[]): GuessedCurrency {
  const facts = (role: RoleGuess['role']) => {
    const column = guesses.find((guess) => guess.role === role)?.column;
    return columns.find((item) => item.name === column);
  };
  const money = [facts('amount'), facts('unitPrice')].filter((item) => item !== undefined);
  const named = bySigns(money) ?? byColumn(facts('currency')) ?? byHeadings(money);
  if (named !== undefined) return { currency: named, isNamed: true };
  const country = money.length === 0 ? undefined : mostFrequent(facts('country'));
  return { currency: (country && currencyOfCountry(country)) ?? null, isNamed: false };
}

function mostFrequent(facts: ColumnFacts | undefined): string | undefined {
  return facts && [...facts.counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function bySigns(money: readonly ColumnFacts[]): string | undefined {
  return money.flatMap((item) => [...item.counts.keys()].flatMap((text) => currencyOfText(text) ?? []))[0];
}

function byColumn(facts: ColumnFacts | undefined): string | undefined {
  const code = mostFrequent(facts);
  if (code === undefined) return undefined;
  return /^[A-Za-z]{3}$/.test(code) ? code.toUpperCase() : currencyOfText(code);
}

function byHeadings(money: readonly ColumnFacts[]): string | undefined {
  const heading = ({ name }: ColumnFacts) => {
    const words = splitName(name).map((word) => word.toUpperCase());
    const sign = /[€£$₹]/.test(name) ? currencyOfText(name) : undefined;
    return words.find((word) => currencyCodes.includes(word)) ?? sign ?? [];
  };
  return money.flatMap(heading)[0];
}
