export const orderFeatureIds = [
  'recency',
  'frequency',
  'monetary',
  'tenure',
  'averageOrderValue',
  'daysBetweenOrders',
  'distinctProducts',
  'itemsPerOrder',
  'returnShare',
] as const;
export type OrderFeatureId = (typeof orderFeatureIds)[number];

export const featureUnits = ['days', 'orders', 'money', 'products', 'items', 'share', 'number', 'category'] as const;
export type FeatureUnit = (typeof featureUnits)[number];

export interface OrderFeature {
  id: OrderFeatureId;
  label: string;
  unit: FeatureUnit;
  meaning: string;
  /** True where a higher value is the better customer. */
  higherIsBetter: boolean | null;
}

/** The features computed from order lines, one number a customer. */
export const orderFeatures: Record<OrderFeatureId, OrderFeature> = {
  recency: {
    id: 'recency',
    label: 'Days since last order',
    unit: 'days',
    meaning: 'whole days from the last order to the as-of time',
    higherIsBetter: false,
  },
  frequency: { id: 'frequency', label: 'Orders', unit: 'orders', meaning: 'distinct orders', higherIsBetter: true },
  monetary: {
    id: 'monetary',
    label: 'Revenue',
    unit: 'money',
    meaning: 'sum of the amounts of all order lines',
    higherIsBetter: true,
  },
  tenure: {
    id: 'tenure',
    label: 'Days since first order',
    unit: 'days',
    meaning: 'whole days from the first order to the as-of time',
    higherIsBetter: null,
  },
  averageOrderValue: {
    id: 'averageOrderValue',
    label: 'Order value',
    unit: 'money',
    meaning: 'revenue divided by orders',
    higherIsBetter: true,
  },
  daysBetweenOrders: {
    id: 'daysBetweenOrders',
    label: 'Days between orders',
    unit: 'days',
    meaning: 'days from first to last order divided by orders less one; missing for one order',
    higherIsBetter: false,
  },
  distinctProducts: {
    id: 'distinctProducts',
    label: 'Different products',
    unit: 'products',
    meaning: 'distinct products bought',
    higherIsBetter: true,
  },
  itemsPerOrder: {
    id: 'itemsPerOrder',
    label: 'Items per order',
    unit: 'items',
    meaning: 'pieces bought divided by orders',
    higherIsBetter: true,
  },
  returnShare: {
    id: 'returnShare',
    label: 'Share of returns',
    unit: 'share',
    meaning: 'cancelled or returned lines divided by all lines of the customer',
    higherIsBetter: false,
  },
};

export const defaultOrderFeatures: OrderFeatureId[] = ['recency', 'frequency', 'monetary'];
