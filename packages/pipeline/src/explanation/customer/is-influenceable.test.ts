import { expect, it } from 'vitest';
import { isInfluenceable } from './is-influenceable.ts';

it.each([
  'Spending Score (1-100)',
  'NumWebPurchases',
  'Visits per month',
  'Basket value',
  'Newsletter clicks',
  'MntWines',
  'Fresh',
  'Discount share',
])('%s can be influenced', (label) => expect(isInfluenceable(label)).toBe(true));

it.each([
  'Age',
  'AGE',
  'Year_Birth',
  'Annual Income (k$)',
  'Kidhome',
  'Teenhome',
  'CustomerID',
  'customer_id',
  'Marital_Status',
  'Education',
  'ZIP code',
  'Years as a customer',
  'membership_years',
  'Tenure',
  'Number of children',
  'Family Size',
  'Work_Experience',
  'Geburtsjahr',
  'Region',
])('%s cannot', (label) => expect(isInfluenceable(label)).toBe(false));
