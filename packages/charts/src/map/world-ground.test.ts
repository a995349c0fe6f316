import { geoNaturalEarth1 } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import finer from 'world-atlas/countries-50m.json' with { type: 'json' };
import { countryPoints } from './country-points.ts';
import { isoCodes } from './iso-codes.ts';
import { mapBounds, naturalEarth, planeScale } from './natural-earth.ts';
import { worldGround } from './world-ground.ts';

interface Region {
  properties: { name: string };
  geometry: MultiPolygon;
}

const { features } = worldGround().geoJson as { features: Region[] };
const regions = new Map(features.map(({ properties, geometry }) => [properties.name, geometry]));
const ringsOf = (code: string): Position[][] => regions.get(code)?.coordinates.flat() ?? [];
const pointsOf = (code: string): Position[] => ringsOf(code).flat();
const ends = (code: string, axis: 0 | 1) => {
  const values = pointsOf(code).map((point) => point[axis] ?? 0);
  return [Math.min(...values), Math.max(...values)] as const;
};

describe('the ground', () => {
  it('has every country of ISO 3166 or a point for it, but Antarctica', () => {
    const missing = isoCodes.filter(({ code }) => !regions.has(code) && !countryPoints.has(code));
    expect(missing.map(({ code }) => code)).toEqual(['AQ']);
    expect(new Set(features.map(({ properties }) => properties.name)).size).toBe(features.length);
    expect(ringsOf('GB').length).toBeGreaterThan(1);
  });

  it('has no line across, where countries reach over 180 degrees', () => {
    const steps = features.flatMap(({ properties: { name } }) =>
      ringsOf(name).flatMap((ring) => ring.slice(1).map(([x = 0], index) => Math.abs(x - (ring[index]?.[0] ?? 0)))),
    );
    expect(Math.max(...steps)).toBeLessThan((mapBounds.right - mapBounds.left) / 8);
    const [west, east] = ends('RU', 0);
    expect(west).toBeLessThan(-2000);
    expect(east).toBeGreaterThan(2000);
    for (const ring of ringsOf('RU'))
      expect(ring.every(([x = 0]) => x < 0) || ring.every(([x = 0]) => x > 0)).toBe(true);
  });

  it('lies within what is shown, closed, with the north above', () => {
    for (const { properties } of features) {
      const [[west, east], [south, north]] = [ends(properties.name, 0), ends(properties.name, 1)];
      expect(west).toBeGreaterThan(mapBounds.left);
      expect(east).toBeLessThan(mapBounds.right);
      expect(south).toBeGreaterThan(mapBounds.bottom);
      expect(north).toBeLessThan(mapBounds.top);
      for (const ring of ringsOf(properties.name)) expect(ring[0]).toEqual(ring.at(-1));
    }
    expect(ends('NO', 1)[0]).toBeGreaterThan(ends('ZA', 1)[1]);
  });

  it('has overseas parts by themselves', () => {
    const [, guianaEast] = ends('GF', 0);
    expect(ends('FR', 0)[0]).toBeGreaterThan(-200);
    expect(guianaEast).toBeLessThan(-600);
    expect(ends('NO', 1)[1]).toBeLessThan(ends('SJ', 1)[0]);
    expect(ends('UA', 1)[0]).toBeLessThan(naturalEarth(34, 45)[1]);
  });

  it('keeps holes: Lesotho in South Africa', () => {
    expect(regions.get('ZA')?.coordinates.map((polygon) => polygon.length)).toEqual([2]);
  });
});

describe('points', () => {
  it('are projected as the ground is', () => {
    const projection = geoNaturalEarth1().scale(planeScale).translate([0, 0]);
    for (const point of [...countryPoints.values(), [179, 83] as const, [-179, -55] as const]) {
      const [x = Number.NaN, y = Number.NaN] = projection([...point]) ?? [];
      const [ownX, ownY] = naturalEarth(...point);
      expect(ownX).toBeCloseTo(x, 6);
      expect(ownY).toBeCloseTo(-y, 6);
    }
  });

  it('lie in or near their country in a finer atlas', () => {
    const topology = finer as unknown as Topology<{ countries: GeometryCollection }>;
    const codes = new Map(isoCodes.map(({ numeric, code }) => [numeric, code]));
    let checked = 0;
    for (const { id, geometry } of feature(topology, topology.objects.countries).features) {
      const code = codes.get(String(id)) ?? '';
      const point = countryPoints.get(code);
      // The atlas has a reef of Australia under the number of Australia twice, and none of the smallest.
      if (point === undefined || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) continue;
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const distances = polygons.flat(2).map(([x = 0, y = 0]) => Math.hypot(x - point[0], y - point[1]));
      expect([code, Math.min(...distances) < 2]).toEqual([code, true]);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(60);
  });
});
