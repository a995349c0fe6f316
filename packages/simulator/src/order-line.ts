import type { Role } from '@clientele/contracts';

/** One line of an order, named by the roles of its columns. */
export interface OrderLine {
  /** Order number; a cancellation starts with C. */
  order: string;
  /** Product code; POST for postage. */
  product: string;
  /** Name of the product. */
  description: string;
  /** Pieces, negative in a cancellation. */
  quantity: number;
  /** Like 2024-03-14 10:15, or what stands there where it is unreadable. */
  time: string;
  /** In pounds, with whole pence. */
  unitPrice: number;
  /** Customer id, or null where the order was placed without an account. */
  customer: string | null;
  country: string;
}

/** The columns of the made-up export, in order. */
export const orderLineRoles = [
  'order',
  'product',
  'description',
  'quantity',
  'time',
  'unitPrice',
  'customer',
  'country',
] as const satisfies readonly (Role & keyof OrderLine)[];
