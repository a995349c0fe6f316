import type { Problem } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { currencyOfCountry } from '../recognition/currencies.ts';

/**
 * Order lines whose currency neither the user states nor the file names, with that of the country of most lines of the
 * whole file (recognition saw the first ones only), which is said as a guess.
 */
export async function settleCurrency(
  session: Session,
  data: DataTable,
): Promise<{ table: DataTable; problems: Problem[] }> {
  const [most] = await session.rows(
    `SELECT country FROM ${quoteIdentifier(data.table)} WHERE country IS NOT NULL
     GROUP BY country ORDER BY count(*) DESC, country LIMIT 1`,
  );
  const country = String(most?.country ?? '');
  const currency = currencyOfCountry(country) ?? null;
  const table = { ...data, mapping: { ...data.mapping, currency } };
  if (currency === null) return { table, problems: [] };
  const message = `No currency is named in the file; ${currency} is taken because the country with most lines is ${country}. Set the currency if this is wrong.`;
  return { table, problems: [{ severity: 'info', code: 'guessed-currency', message }] };
}
