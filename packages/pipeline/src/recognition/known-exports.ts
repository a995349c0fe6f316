import type { Role } from '@clientele/contracts';
import { squashName } from './split-name.ts';

/** An export of a well-known shop system: how it is told, and which column plays which role, best first. */
export interface KnownExport {
  name: string;
  /** Columns that must all be there. */
  marks: readonly string[];
  roles: Readonly<Partial<Record<Role, readonly string[]>>>;
}

/** Exports whose column names alone would mislead: Shopify calls the order Name, Stripe calls the payment id. */
export const knownExports: readonly KnownExport[] = [
  {
    name: 'Shopify order export',
    marks: ['Name', 'Financial Status', 'Lineitem name'],
    roles: {
      customer: ['Customer ID', 'Email', 'Phone', 'Billing Name'],
      order: ['Name', 'Id'],
      time: ['Created at', 'Paid at'],
      quantity: ['Lineitem quantity'],
      unitPrice: ['Lineitem price'],
      amount: ['Total', 'Subtotal'],
      product: ['Lineitem sku', 'Lineitem name'],
      description: ['Lineitem name'],
      country: ['Billing Country', 'Shipping Country'],
      status: ['Financial Status', 'Cancelled at'],
      currency: ['Currency'],
    },
  },
  {
    name: 'Stripe payments export',
    marks: ['Amount', 'Payment Source Type', 'Card Issue Country'],
    roles: {
      customer: ['Customer ID', 'Customer Email', 'Card Fingerprint'],
      order: ['id', 'Invoice Number'],
      time: ['Created (UTC)', 'Created date (UTC)'],
      amount: ['Amount'],
      country: ['Card Address Country', 'Card Issue Country'],
      status: ['Status'],
      currency: ['Currency'],
    },
  },
  {
    name: 'WooCommerce analytics export',
    marks: ['Order #', 'Net Sales', 'Customer type'],
    roles: {
      customer: ['Customer'],
      order: ['Order #'],
      time: ['Date'],
      amount: ['Net Sales', 'N. Revenue (formatted)'],
      quantity: ['Items sold'],
      product: ['Product(s)'],
      description: ['Product(s)'],
      status: ['Status'],
    },
  },
];

/** The known export with these columns, if it is one. */
export function findKnownExport(columns: readonly string[]): KnownExport | undefined {
  const names = new Set(columns.map(squashName));
  return knownExports.find((known) => known.marks.every((mark) => names.has(squashName(mark))));
}
