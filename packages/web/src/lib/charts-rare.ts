import { LineChart } from 'echarts/charts';
import { use } from 'echarts/core';

/** Makes known what few figures draw with, none of them on the Overview of order lines. */
export function registerRare(): void {
  use([LineChart]);
}
