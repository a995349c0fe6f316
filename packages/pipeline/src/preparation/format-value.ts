import type { FeatureUnit } from '@clientele/contracts';

const symbols: Record<string, string> = { GBP: '£', EUR: '€', USD: '$', JPY: '¥', INR: '₹' };

/**
 * A number for a sentence: thousands parted by commas, a true minus, three figures or all whole ones, no trailing zeros.
 * Written by hand and not by Intl, so that documents are the same bytes on every machine.
 */
export function formatNumber(value: number, decimals = defaultDecimals(value)): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 0.005 && decimals === 2)) {
    return String(Number(value.toPrecision(3))).replace('-', '−');
  }
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const trimmed = fraction.replace(/0+$/, '');
  const text = trimmed === '' ? grouped : `${grouped}.${trimmed}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

function defaultDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 100) return 0;
  return size >= 10 ? 1 : 2;
}

/** An amount with its currency where that is known: £1,352, CHF 1,352. */
export function formatMoney(value: number, currency: string | null): string {
  const text = formatNumber(value);
  if (currency === null) return text;
  const symbol = symbols[currency];
  const [sign, size] = text.startsWith('−') ? ['−', text.slice(1)] : ['', text];
  return symbol === undefined ? `${currency} ${text}` : `${sign}${symbol}${size}`;
}

/** A share of 0 to 1 in per cent; "under 1%" where it is not nothing and rounds to 0. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 'under 1%';
  if (percent === 100 && share < 1) return 'over 99%';
  return `${percent}%`;
}

/** A feature's value for a sentence, by its unit. */
export function formatValue(value: number, unit: FeatureUnit, currency: string | null): string {
  if (unit === 'money') return formatMoney(value, currency);
  if (unit === 'share' || unit === 'category') return formatShare(value);
  return formatNumber(value);
}

/** 1 customer, 2 customers. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count, 0)} ${count === 1 ? one : many}`;
}
