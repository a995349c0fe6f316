/** The guide: terms in plain words. */
export const guide = {
  'guide.title': 'Guide',
  'guide.search': 'Find a term or a figure',
  'guide.terms': 'Terms',
  'guide.figures': 'Figures',
  'guide.nothing': 'Nothing here is called “{sought}”.',
  'term.segment.name': 'Segment',
  'term.segment':
    'A group of customers who are alike in the chosen features. A segment has a name, a size, and a rule behind its name; you can rename it.',
  'term.recency.name': 'Recency',
  'term.recency': 'Days since a customer’s last order. Few days are better: who bought lately is likely to buy again.',
  'term.frequency.name': 'Frequency',
  'term.frequency': 'How many different orders a customer has placed.',
  'term.monetary.name': 'Monetary',
  'term.monetary': 'What a customer has bought in all, after cleaning: the sum of the amounts of all order lines.',
  'term.rfm.name': 'RFM',
  'term.rfm':
    'Recency, frequency and monetary together: the three numbers that describe a customer’s buying best with least.',
  'term.orderValue.name': 'Order value',
  'term.orderValue': 'Revenue divided by the number of orders.',
  'term.returning.name': 'Returning customer',
  'term.returning': 'A customer with at least two orders under the filters.',
  'term.newCustomer.name': 'New customer',
  'term.newCustomer': 'In a month: a customer whose very first order lies in it, whatever dates are filtered.',
  'term.ledger.name': 'Ledger',
  'term.ledger':
    'The account of cleaning: which rule removed how many rows, customers and how much revenue. Rows in are rows kept plus rows removed, to the cent.',
  'term.recipe.name': 'Recipe',
  'term.recipe':
    'Everything that leads to a segmentation: filters, features, transform, scale, method, parameters, seed. The same recipe on the same data gives the same segments.',
  'term.transform.name': 'Transform',
  'term.transform': 'Log makes long tails short, so that a few very large customers do not decide everything.',
  'term.scale.name': 'Scale',
  'term.scale':
    'Puts features on a common footing: standard divides by the standard deviation, min-max goes from 0 to 1, robust uses the quartiles.',
  'term.kmeans.name': 'k-means',
  'term.kmeans': 'Puts each customer to the nearest of k centres and moves the centres until nothing changes.',
  'term.inertia.name': 'Inertia',
  'term.inertia':
    'Sum of squared distances of customers to their own centre. It always falls with more segments; look for the bend.',
  'term.silhouette.name': 'Silhouette',
  'term.silhouette':
    'How much nearer a customer is to its own segment than to the next one, from −1 to 1. Above .5 is clear, below .25 is blurred.',
  'term.pca.name': 'PCA',
  'term.pca': 'Principal components: the directions in which customers differ most. The first two are drawn.',
  'term.umap.name': 'UMAP',
  'term.umap': 'A map on which like customers stand near each other. Distances between far groups mean little.',
  'term.lift.name': 'Lift',
  'term.lift': 'How many times more often a segment buys a product than all customers do.',
  'term.confidence.name': 'Confidence',
  'term.confidence': 'How clearly a customer belongs to its segment and not to the runner-up, from 0 to 1.',
  'term.anomaly.name': 'Anomaly',
  'term.anomaly': 'A day, week or month whose amount lies outside what trend and season let expect.',
  'term.median.name': 'Median',
  'term.median':
    'Half of the customers are below, half above. Unlike the mean it does not care about a few very large ones.',
  'term.quartiles.name': 'Quartiles',
  'term.quartiles':
    'A quarter of customers lies below the lower, three quarters below the upper; between them is the middle half.',
  'term.skewness.name': 'Skewness',
  'term.skewness': 'How far a distribution leans: above 1 has a long tail of large values.',
  'term.correlation.name': 'Correlation',
  'term.correlation':
    'How two features go together, from −1 to 1. Spearman looks at ranks and forgives tails, Pearson looks at the values.',
  'term.receipt.name': 'Receipt',
  'term.receipt': 'What makes a result repeatable: a hash of the data, a hash of the recipe, the version.',
} as const;
