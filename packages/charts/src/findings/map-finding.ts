import type { Projection } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';

/** So many customers are asked for their nearest; more would not change the sentence. */
const mostAsked = 600;
/** By how much the share must be above what chance gives to be told. */
const telling = 0.2;

/** Share of customers in a segment whose nearest on the map is of the same segment, and what chance would give; null where nobody is in one. */
export function nearestAlike({ x, y, z, points }: Projection): { share: number; chance: number; asked: number } | null {
  const { segments } = points;
  const inside = segments.flatMap((segment, index) => (segment >= 0 ? [index] : []));
  if (inside.length < 2) return null;
  const step = Math.max(1, Math.ceil(inside.length / mostAsked));
  const asked = inside.filter((_, at) => at % step === 0);
  const alike = asked.filter((index) => {
    const [left = 0, up = 0, near = 0] = [x[index], y[index], z[index]];
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const other of inside) {
      const distance = ((x[other] ?? 0) - left) ** 2 + ((y[other] ?? 0) - up) ** 2 + ((z[other] ?? 0) - near) ** 2;
      if (other !== index && distance < least) [nearest, least] = [other, distance];
    }
    return segments[nearest] === segments[index];
  }).length;
  const counts = new Map<number, number>();
  for (const index of inside) counts.set(segments[index] ?? -1, (counts.get(segments[index] ?? -1) ?? 0) + 1);
  const chance = [...counts.values()].reduce((sum, count) => sum + (count / inside.length) ** 2, 0);
  return { share: alike / asked.length, chance, asked: asked.length };
}

/** "94% have their nearest on the map in their own segment", "about" where not all are points; the name of the drawing where chance would do nearly as well. */
export function mapFinding(projection: Projection, { formats, text }: Pick<FigureContext, 'formats' | 'text'>): string {
  const found = nearestAlike(projection);
  if (found === null || found.share - found.chance < telling) return text('umap.titlePlain');
  const { shown, total } = projection.points;
  const isNearlyAll = found.share < 1 && found.share > 0.99;
  if (isNearlyAll) return text('umap.titleNearly', { share: formats.share(0.99, 0) });
  return text(shown < total ? 'umap.titleAbout' : 'umap.title', { share: formats.share(found.share, 0) });
}
