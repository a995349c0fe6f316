import type { methods as english } from '../en/methods.ts';

export const methods: Record<keyof typeof english, string> = {
  'method.kmeans.label': 'k-Means',
  'method.minibatch.label': 'Mini-Batch-k-Means',
  'method.ward.label': 'Hierarchisch, Ward',
  'method.average.label': 'Hierarchisch, Average',
  'method.complete.label': 'Hierarchisch, Complete',
  'method.single.label': 'Hierarchisch, Single',
  'method.gmm.label': 'Gaußsche Mischung',
  'method.kprototypes.label': 'k-Prototypes',
  'method.dbscan.label': 'DBSCAN',
  'method.hdbscan.label': 'HDBSCAN',
  'method.rfm.label': 'RFM-Punkte',
};
