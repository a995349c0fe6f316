declare module 'echarts/dist/echarts.esm.min' {
  export const init: typeof import('echarts').init;
  export const registerMap: typeof import('echarts').registerMap;
  export const setPlatformAPI: typeof import('echarts').setPlatformAPI;
}
