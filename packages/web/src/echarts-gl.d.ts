// echarts-gl ships no types; its parts are handed to `use` of echarts/core and never looked into.
declare module 'echarts-gl/charts' {
  export const Scatter3DChart: () => void;
}
declare module 'echarts-gl/components' {
  export const Grid3DComponent: () => void;
}
