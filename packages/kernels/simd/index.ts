export { addTree } from './distance-tree';
export {
  isOut,
  kmeansBind,
  kmeansCost,
  kmeansSeed,
  lloydBegin,
  lloydSteps,
  movesBegin,
  movesPass,
  scanAll,
} from './kmeans';
export { movePlane } from './layout';
export { addDistances, silhouettes } from './silhouette';
