import { LineChart } from 'echarts/charts';
import { use } from 'echarts/core';

/** Makes known what few figures draw with; on the Overview of order lines months that each have a usual range of their own. */
export function registerRare(): void {
  use([LineChart]);
}
