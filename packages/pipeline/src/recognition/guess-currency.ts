import type { Problem, RoleGuess } from '@clientele/contracts';
import type { ColumnFacts } from './column-facts.ts';
import { currencyCodes, currencyOfCountry, currencyOfText } from './currencies.ts';
import { splitName } from './split-name.ts';

interface GuessedCurrency {
  currency: string | null;
  problem?: Problem;
}

function mostFrequent(facts: ColumnFacts | undefined): string | undefined {
  return facts && [...facts.counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The currency by the signs beside the money, by the currency column, by a heading, or by where the customers live. */
export function guessCurrency(columns: readonly ColumnFacts[], guesses: readonly RoleGuess[]): GuessedCurrency {
  const facts = (role: RoleGuess['role']) => {
    const column = guesses.find((guess) => guess.role === role)?.column;
    return columns.find((item) => item.name === column);
  };
  const money = [facts('amount'), facts('unitPrice')].filter((item) => item !== undefined);
  for (const item of money) {
    const signed = [...item.counts.keys()].map(currencyOfText).filter((code) => code !== undefined);
    if (signed.length > 0) return { currency: signed[0] as string };
  }
  const named = mostFrequent(facts('currency'));
  const code =
    named === undefined ? undefined : /^[A-Za-z]{3}$/.test(named) ? named.toUpperCase() : currencyOfText(named);
  if (code !== undefined) return { currency: code };
  for (const item of money) {
    const heading = splitName(item.name)
      .map((word) => word.toUpperCase())
      .find((word) => currencyCodes.includes(word));
    const found = heading ?? (/[€£$₹]/.test(item.name) ? currencyOfText(item.name) : undefined);
    if (found !== undefined) return { currency: found };
  }
  const country = mostFrequent(facts('country'));
  const local = country === undefined ? undefined : currencyOfCountry(country);
  if (country === undefined || local === undefined || money.length === 0) return { currency: null };
  return {
    currency: local,
    problem: {
      severity: 'info',
      code: 'guessed-currency',
      message: `No currency is named in the file; ${local} is taken because most lines are from ${country}. Set the currency if this is wrong.`,
    },
  };
}
