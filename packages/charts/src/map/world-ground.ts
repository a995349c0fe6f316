import { geoCentroid, geoNaturalEarth1 } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { merge } from 'topojson-client';
import type { GeometryCollection, Polygon, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import type { MapGround } from '../figure.ts';
import { isoCodes } from './iso-codes.ts';
import { planeScale } from './natural-earth.ts';
import { worldMapName } from './world-map-name.ts';

type Rings = Position[][];
type Box = readonly [west: number, south: number, east: number, north: number];

// The atlas draws who holds a place; the map follows ISO 3166, which has these elsewhere.
const unnumbered: Record<string, string | undefined> = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };
const apart: readonly { of: string; code: string; within: Box }[] = [
  { of: 'FR', code: 'GF', within: [-60, 0, -45, 10] },
  { of: 'NO', code: 'SJ', within: [5, 74, 40, 82] },
  { of: 'RU', code: 'UA', within: [32, 44, 37, 46.5] },
];
const withoutGround = new Set(['AQ']);

const isWithin = ([x, y]: readonly [number, number], [west, south, east, north]: Box) =>
  x >= west && x <= east && y >= south && y <= north;

function countries(): Map<string, MultiPolygon> {
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const byNumber = new Map(isoCodes.map(({ code, numeric }) => [numeric, code]));
  const polygons = new Map<string, Polygon[]>();
  for (const geometry of topology.objects.countries.geometries) {
    const code = byNumber.get(String(geometry.id)) ?? unnumbered[nameOf(geometry.properties)];
    if (code === undefined || withoutGround.has(code)) continue;
    const arcs = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];
    for (const part of arcs) {
      const polygon: Polygon = { type: 'Polygon', arcs: part };
      const moved = apart.find(({ of, within }) => of === code && isWithin(centre(topology, polygon), within));
      const owner = moved?.code ?? code;
      polygons.set(owner, [...(polygons.get(owner) ?? []), polygon]);
    }
  }
  return new Map([...polygons].map(([code, parts]) => [code, merge(topology, parts)]));
}

const nameOf = (properties: object | undefined): string =>
  properties !== undefined && 'name' in properties ? String(properties.name) : '';

const centre = (topology: Topology, polygon: Polygon) => geoCentroid(merge(topology, [polygon]));

/** Twice the area, positive where the ring runs against the clock. */
const turn = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

/** The rings of a polygon on the plane, cut at 180 degrees, and outer ones apart from holes. */
function projected(polygon: Rings): Rings[] {
  const rings: Rings = [];
  const projection = geoNaturalEarth1().scale(planeScale).translate([0, 0]).precision(1.5);
  const stream = projection.stream({
    polygonStart() {},
    polygonEnd() {},
    lineStart() {
      rings.push([]);
    },
    lineEnd() {},
    point(x, y) {
      rings.at(-1)?.push([Math.round(x * 10) / 10, Math.round(-y * 10) / 10]);
    },
  });
  stream.polygonStart();
  for (const ring of polygon) {
    stream.lineStart();
    for (const [longitude = 0, latitude = 0] of ring.slice(0, -1)) stream.point(longitude, latitude);
    stream.lineEnd();
  }
  stream.polygonEnd();
  const closed = rings
    .filter((ring) => ring.length > 2)
    .map((ring) => [...ring, ring[0] ?? []])
    .sort((left, right) => Math.abs(turn(right)) - Math.abs(turn(left)));
  const outerTurn = Math.sign(turn(closed[0] ?? []));
  const outer = closed.filter((ring) => Math.sign(turn(ring)) === outerTurn);
  const holes = closed.filter((ring) => Math.sign(turn(ring)) !== outerTurn);
  // A country with a hole does not reach over the cut, so that its holes are all in its one ring.
  return outer.map((ring, index) => [ring, ...(index === 0 ? holes : [])]);
}

const makeGround = (): MapGround => ({
  name: worldMapName,
  geoJson: {
    type: 'FeatureCollection',
    features: [...countries()].map(([name, { coordinates }]) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'MultiPolygon', coordinates: coordinates.flatMap(projected) },
    })),
  },
});

let ground: MapGround | undefined;

/** The ground of the world map, made once: a region for each country, named by two letters, on the plane. */
export function worldGround(): MapGround {
  ground ??= makeGround();
  return ground;
}
