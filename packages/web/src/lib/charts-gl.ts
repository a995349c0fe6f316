import { use } from 'echarts/core';
import { Scatter3DChart } from 'echarts-gl/charts';
import { Grid3DComponent } from 'echarts-gl/components';
import effects from 'echarts-gl/lib/effect/composite.js';
import { compileSizesInPlace } from './gl-sizes.ts';

compileSizesInPlace(effects.nodes);
use([Scatter3DChart, Grid3DComponent]);

export { createChart } from './charts-flat.ts';
