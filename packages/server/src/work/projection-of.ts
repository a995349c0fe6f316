import type { Points, Projection } from '@clientele/contracts';
import type { Axes, Place } from '../store/write-members.ts';

/** Points and their places on the principal components side by side; a customer without a place is left out. */
export function projectionOf(points: Points, places: ReadonlyMap<string, Place>, axes: Axes): Projection {
  const shown = points.ids.flatMap((id, i) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ i, id, ...place }];
  });
  return {
    kind: 'pca',
    ...axes,
    x: shown.map(({ x }) => x),
    y: shown.map(({ y }) => y),
    points: {
      ids: shown.map(({ id }) => id),
      segments: shown.map(({ i }) => points.segments[i] ?? -1),
      features: Object.fromEntries(
        Object.entries(points.features).map(([id, values]) => [id, shown.map(({ i }) => values[i] ?? null)]),
      ),
      shown: shown.length,
      total: points.total,
    },
  };
}
