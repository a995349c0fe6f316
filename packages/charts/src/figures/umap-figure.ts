import { defineFigure } from '../define-figure.ts';
import { projectionFigure } from './projection-figure.ts';
import { umapSpaceFigure } from './umap-space-figure.ts';

/** Customers on a map by likeness, in two or three dimensions. `choices.lasso` is what was drawn around customers. */
export const umap = defineFigure({
  id: 'umap',
  name: 'umap.name',
  help: 'umap.help',
  screen: 'lab',
  needs: ['umap'],
  make({ umap: map }, setting) {
    if (map.points.ids.length === 0) return null;
    return map.z.length > 0
      ? umapSpaceFigure(map, setting)
      : projectionFigure(map, setting, null, setting.choices.lasso ?? null);
  },
});
