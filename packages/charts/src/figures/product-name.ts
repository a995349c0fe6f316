import type { SegmentProduct } from '@clientele/contracts';

/** What a product is called: its description, or its name or code where there is none. */
export const productName = ({ product, description }: Pick<SegmentProduct, 'product' | 'description'>): string =>
  description === null || description.trim() === '' ? product : description;
