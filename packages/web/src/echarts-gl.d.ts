// echarts-gl ships no types; its parts are handed to `use` of echarts/core and never looked into, but for the sizes of its effects.
declare module 'echarts-gl/charts' {
  export const Scatter3DChart: () => void;
}
declare module 'echarts-gl/components' {
  export const Grid3DComponent: () => void;
}
declare module 'echarts-gl/lib/effect/composite.js' {
  const effects: {
    nodes: {
      name: string;
      parameters?: Record<string, unknown>;
      outputs?: Record<string, { parameters?: Record<string, unknown> }>;
    }[];
  };
  export default effects;
}
