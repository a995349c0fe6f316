export { distanceSum } from './distance-sum';
