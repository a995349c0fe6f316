import { type Figure, type FigureTable, tokens } from '@clientele/charts';

const names = ['Champions', 'Regulars', 'Promising', 'Dormant'];
const cell = (value: string | number) => ({
  value,
  text: typeof value === 'number' ? value.toLocaleString('en-GB') : value,
});
const fontFamily = "'Inter Variable', Inter, system-ui, sans-serif";
const base = {
  animation: false,
  textStyle: { fontFamily, fontSize: 11 },
  grid: { left: 0, right: 4, top: 16, bottom: 8, outerBoundsMode: 'same' as const, outerBoundsContain: 'all' as const },
};

export const tableOf = (rows: number, columns = 3): FigureTable => ({
  columns: [
    { key: 'name', label: 'Customer', align: 'left' },
    ...Array.from({ length: columns - 1 }, (_, index) => ({
      key: `n${index}`,
      label: `Measure ${index + 1}, £`,
      align: 'right' as const,
    })),
  ],
  rows: Array.from({ length: rows }, (_, row) => ({
    name: cell(`Customer ${14600 + row * 7}`),
    ...Object.fromEntries(
      Array.from({ length: columns - 1 }, (_, index) => [`n${index}`, cell((rows - row) * 1117 * (index + 1))]),
    ),
  })),
});

const part = (id: string, title: string, subtitle: string, option: Figure['option'], height = 240): Figure => ({
  id,
  title,
  subtitle,
  option,
  renderer: 'svg',
  height,
  table: tableOf(12),
});

const values = [573, 569, 447, 596, 469, 679, 661, 600, 645, 953, 1039, 1162, 518];
const months = ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Bars with a hatched month and a band. */
export const bars = part(
  'bars',
  'Autumn runs far above a usual month; November peaks',
  '£ thousand a month; band: usual range, median ± 3 MAD',
  ({ scheme }) => ({
    ...base,
    xAxis: {
      type: 'category',
      data: months,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens[scheme].line } },
      axisLabel: { color: tokens[scheme].ink2 },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: tokens[scheme].hairline } },
      axisLabel: { color: tokens[scheme].ink2 },
    },
    series: [
      {
        type: 'bar',
        barWidth: '64%',
        data: values.map((value, index) => ({
          value,
          itemStyle:
            index < 12
              ? { color: value > 900 ? tokens[scheme].measure : tokens[scheme].measure2, borderRadius: 1 }
              : {
                  color: tokens[scheme].measure2,
                  decal: {
                    symbol: 'rect',
                    dashArrayX: [1, 0],
                    dashArrayY: [2, 4],
                    rotation: -Math.PI / 4,
                    color: tokens[scheme].page,
                  },
                },
        })),
        markArea: {
          silent: true,
          itemStyle: { color: tokens[scheme].ink, opacity: 0.07 },
          data: [[{ yAxis: 400 }, { yAxis: 860 }]],
        },
      },
    ],
  }),
);

/** Many points on canvas, with names that have a halo. */
export const points = (count: number): Figure => ({
  ...part(
    'points',
    'Spending and freshness separate four groups',
    'Days since last order, revenue per customer; log scales',
    ({ scheme }) => ({
      ...base,
      xAxis: { type: 'value', axisLabel: { color: tokens[scheme].ink2 }, splitLine: { show: false } },
      yAxis: {
        type: 'log',
        axisLabel: { color: tokens[scheme].ink2 },
        splitLine: { lineStyle: { color: tokens[scheme].hairline } },
      },
      series: names.map((name, segment) => ({
        name,
        type: 'scatter' as const,
        symbolSize: 5,
        itemStyle: { color: tokens[scheme].segments[segment] ?? '', opacity: 0.42 },
        data: Array.from({ length: Math.ceil(count / 4) }, (_, index): [number, number] => [
          segment * 70 + ((index * 37) % 90),
          10 ** (4.5 - segment * 0.7) * (1 + ((index * 53) % 97) / 30),
        ]),
        markPoint: {
          symbolSize: 1,
          label: {
            color: tokens[scheme].ink,
            fontSize: 12,
            fontWeight: 600,
            textBorderColor: tokens[scheme].page,
            textBorderWidth: 4,
            fontFamily,
            formatter: name,
          },
          data: [{ name, coord: [segment * 70 + 45, 10 ** (4.5 - segment * 0.7) * 2.5] }],
        },
      })),
    }),
    280,
  ),
  renderer: 'canvas',
});

/** Cells with numbers and dots that are letters. */
export const heat = part(
  'heat',
  'Champions buy seven times as many products as the dormant',
  'Mean per segment. Colour: times the mean of all customers',
  ({ scheme }) => ({
    ...base,
    xAxis: {
      type: 'category',
      data: ['Days since', 'Orders', 'Revenue', 'Basket', 'Active'],
      position: 'top',
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: tokens[scheme].ink2 },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: tokens[scheme].ink,
        formatter: (name: string, index: number) => `{dot${index}|\u25CF}${name}`,
        rich: Object.fromEntries(
          names.map((_, index) => [
            `dot${index}`,
            { color: tokens[scheme].segments[index] ?? '', fontSize: 11, padding: [0, 6, 0, 0] },
          ]),
        ),
      },
    },
    visualMap: { show: false, min: 0, max: 20, inRange: { color: [...tokens[scheme].ramp] } },
    series: [
      {
        type: 'heatmap',
        data: names.flatMap((_, row) => [0, 1, 2, 3, 4].map((column) => [column, row, (row * 5 + column * 3) % 20])),
        label: { show: true, fontSize: 11, fontFamily, fontWeight: 600, color: tokens[scheme].ink },
        itemStyle: { borderColor: tokens[scheme].page, borderWidth: 2 },
      },
    ],
  }),
  200,
);

const square = (name: string, x: number) => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + 18, 0],
        [x + 18, 20],
        [x, 20],
        [x, 0],
      ],
    ],
  },
});

/** Drawn on a ground that is loaded when it is asked for. */
export const map: Figure = {
  ...part('map', '82% of revenue is British', 'Revenue by country, £, logarithmic colour', ({ scheme }) => ({
    ...base,
    visualMap: { show: false, min: 0, max: 100, inRange: { color: [...tokens[scheme].ramp] } },
    series: [
      {
        type: 'map',
        map: 'sample-ground',
        label: { show: false },
        data: [
          { name: 'West', value: 90 },
          { name: 'East', value: 30 },
        ],
      },
    ],
  })),
  ground: async () => ({
    name: 'sample-ground',
    geoJson: { type: 'FeatureCollection', features: [square('West', 0), square('East', 20)] },
  }),
};

/** A figure that is its table. */
export const table: Figure = {
  ...part('top', 'Ten customers bring 17% of revenue', 'Top customers by revenue', null),
  table: tableOf(10),
};

/** Only WebGL draws it. */
export const solid: Figure = {
  ...part('solid', 'Three principal components hold 97% of the variance', 'Turn it with the pointer', () => {
    throw new Error('drawn on paper');
  }),
  renderer: 'gl',
};
