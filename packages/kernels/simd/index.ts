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
export { addDistances, silhouettes } from './silhouette';
