/** Names of the methods, by their ids. */
export const methods = {
  'method.kmeans.label': 'k-means',
  'method.minibatch.label': 'Mini-batch k-means',
  'method.ward.label': 'Hierarchical, Ward',
  'method.average.label': 'Hierarchical, average',
  'method.complete.label': 'Hierarchical, complete',
  'method.single.label': 'Hierarchical, single',
  'method.gmm.label': 'Gaussian mixture',
  'method.kprototypes.label': 'k-prototypes',
  'method.dbscan.label': 'DBSCAN',
  'method.hdbscan.label': 'HDBSCAN',
  'method.rfm.label': 'RFM scores',
} as const;
