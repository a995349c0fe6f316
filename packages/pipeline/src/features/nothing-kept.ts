import { ClienteleError, type Filters } from '@clientele/contracts';
import type { DataTable } from '../data-table.ts';
import { dateOf, dayNumber, monthStart } from './calendar.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** The error of filters that leave nothing: one sentence that names them, and which to reset. */
export function nothingKept(table: DataTable, filters: Filters): ClienteleError {
  const what = table.kind === 'orders' ? 'No orders' : 'No customers';
  const parts: string[] = [];
  const resets: string[] = [];
  if (filters.customer !== undefined) {
    parts.push(table.kind === 'orders' ? `of customer "${filters.customer}"` : `with the id "${filters.customer}"`);
    resets.push('the customer');
  }
  if (filters.countries?.length) {
    parts.push(`from ${someOf(filters.countries)}`);
    resets.push('the countries');
  }
  if (filters.segments?.length) {
    parts.push('in the chosen segments');
    resets.push('the segments');
  }
  const period = table.kind === 'orders' ? periodText(filters) : null;
  if (period !== null) {
    parts.push(period);
    resets.push('the dates');
  }
  const message =
    parts.length === 0
      ? `${what} are left: the cleaning rules remove every row; switch one off or correct the columns.`
      : `${what} ${parts.join(' ')}; reset ${resets.join(' or ')}.`;
  return new ClienteleError('nothing-kept', message, {
    from: filters.from ?? null,
    to: filters.to ?? null,
    countries: filters.countries ?? [],
    customer: filters.customer ?? null,
  });
}

function someOf(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[month! - 1]} ${year}`;
}

function periodText({ from, to }: Filters): string | null {
  if (from === undefined) return to === undefined ? null : `up to ${dateText(to)}`;
  if (to === undefined) return `from ${dateText(from)} on`;
  if (from === to) return `on ${dateText(from)}`;
  const wholeMonth = from.endsWith('-01') && dateOf(monthStart(dayNumber(from), 1) - 1) === to;
  return wholeMonth ? `in ${dateText(from).slice(2)}` : `from ${dateText(from)} to ${dateText(to)}`;
}
