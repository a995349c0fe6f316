import { use } from 'echarts/core';
import { Scatter3DChart } from 'echarts-gl/charts';
import { Grid3DComponent } from 'echarts-gl/components';

use([Scatter3DChart, Grid3DComponent]);

export { createChart } from './charts-flat.ts';
