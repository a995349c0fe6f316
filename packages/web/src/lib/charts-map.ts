import type { MapGround } from '@clientele/charts';
import { MapChart } from 'echarts/charts';
import { registerMap, use } from 'echarts/core';

use([MapChart]);

/** Makes the ground of a map known under its name. */
export function registerGround({ name, geoJson }: MapGround): void {
  registerMap(name, geoJson as Parameters<typeof registerMap>[1]);
}

export { createChart } from './charts-flat.ts';
