import type { Points } from '@clientele/contracts';
import type { ChartClick } from '../components/Chart.tsx';

const place = 2;

/** The customer of a point that was clicked: figures of points carry the customer's index as the third value. */
export function pointOf({ data }: ChartClick, points: Points): string | null {
  if (typeof data !== 'object' || data === null || !('value' in data) || !Array.isArray(data.value)) return null;
  const index: unknown = data.value[place];
  return typeof index === 'number' ? (points.ids[index] ?? null) : null;
}
