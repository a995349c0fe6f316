// The walls of the house: which package may import which, no cycles between files, no deep imports, no engine named
// outside its room. Exits 1 with a line for each breach.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Package to the workspace packages and outside packages (by prefix) that it may import. */
const allowed = {
  contracts: { rooms: [], outside: ['zod'] },
  kernels: { rooms: [], outside: [] },
  engines: { rooms: ['contracts'], outside: ['@duckdb/node-api'] },
  pipeline: {
    rooms: ['contracts', 'kernels', 'engines'],
    outside: ['papaparse', 'yauzl', 'saxes', '@streamparser/json'],
  },
  texts: { rooms: [], outside: ['intl-messageformat'] },
  charts: {
    rooms: ['contracts', 'texts'],
    outside: ['echarts', 'd3-geo', 'topojson-client', 'topojson-specification', 'geojson', 'world-atlas'],
  },
  report: {
    rooms: ['contracts', 'texts', 'charts'],
    outside: ['echarts', 'pdfkit', 'svg-to-pdfkit', '@fontsource/inter'],
  },
  client: { rooms: ['contracts'], outside: [] },
  simulator: { rooms: ['contracts'], outside: [] },
  server: {
    rooms: ['contracts', 'kernels', 'engines', 'engines/duckdb', 'pipeline', 'texts', 'charts', 'report', 'simulator'],
    outside: ['hono', '@hono/', 'zod'],
  },
  cli: {
    rooms: ['contracts', 'kernels', 'engines', 'engines/duckdb', 'pipeline', 'texts', 'charts', 'report', 'server'],
    outside: ['commander', 'open'],
  },
  web: {
    rooms: ['contracts', 'texts', 'charts', 'client'],
    outside: [
      'react',
      'react-dom',
      '@mantine/',
      '@tanstack/',
      '@tabler/',
      '@fontsource-variable/',
      'dayjs',
      'echarts',
      'echarts-gl',
      'vite',
      '@vitejs/',
      'zod',
    ],
  },
};
const testOnly = ['vitest', 'fast-check', 'i18n-iso-countries', '@electric-sql/', 'pg'];
const testRooms = ['engines/duckdb', 'simulator'];

const isTestFile = (path) => /\.test\.tsx?$/.test(path) || path.includes('/testing/');

const breaches = [];
const graph = new Map();

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'dist') yield* sources(path);
    } else if (/\.(ts|tsx|mts|css)$/.test(entry.name)) yield path;
  }
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function specifiers(path) {
  const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2]);
}

function check(room, path) {
  const rule = allowed[room];
  const isTest = isTestFile(path);
  const edges = [];
  for (const specifier of specifiers(path)) {
    const say = (what) => breaches.push(`${relative(root, path)}: ${what} (${specifier})`);
    if (specifier.startsWith('.')) {
      const target = resolve(dirname(path), specifier.replace(/\?.*$/, ''));
      if (!target.startsWith(join(root, 'packages', room))) say('reaches into another package by path');
      if (room === 'web') featureWall(path, target, say);
      edges.push(target);
    } else if (specifier.startsWith('@clientele/')) {
      const name = specifier.slice('@clientele/'.length);
      if (!rule.rooms.includes(name) && !(isTest && testRooms.includes(name))) say(`${room} may not import ${name}`);
    } else if (!specifier.startsWith('node:') && !specifier.startsWith('#')) {
      const fits = (prefix) =>
        specifier === prefix || specifier.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
      if (!rule.outside.some(fits) && !(isTest && testOnly.some(fits))) say(`${room} may not import this package`);
    } else if (
      ['contracts', 'texts', 'charts', 'web', 'client'].includes(room) &&
      !isTest &&
      !path.endsWith('vite.config.ts')
    ) {
      say(`${room} runs in the browser too and may not import from Node`);
    }
  }
  graph.set(path, edges);
}

function featureWall(path, target, say) {
  const feature = (file) => /\/features\/([^/]+)\//.exec(file)?.[1];
  const [from, to] = [feature(path), feature(target)];
  if (to !== undefined && from !== undefined && from !== to) say('a feature may not import another feature');
  if (to !== undefined && from === undefined && !path.includes('/app/')) say('only app/ may import a feature');
}

function cycles() {
  const state = new Map();
  const visit = (path, trail) => {
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue;
      if (state.get(next) === 'open') {
        const loop = [...trail.slice(trail.indexOf(next)), next].map((file) => relative(root, file));
        breaches.push(`cycle: ${loop.join(' -> ')}`);
      } else if (!state.has(next)) visit(next, [...trail, next]);
    }
    state.set(path, 'done');
  };
  for (const path of graph.keys()) if (!state.has(path)) visit(path, [path]);
}

for (const room of readdirSync(join(root, 'packages'))) {
  if (!(room in allowed)) breaches.push(`packages/${room}: not in the list of rooms in scripts/walls.mjs`);
  else for (const path of sources(join(root, 'packages', room))) check(room, path);
}
cycles();
for (const [path] of graph) {
  const room = relative(join(root, 'packages'), path).split('/')[0];
  const isTest = isTestFile(path);
  if (
    !isTest &&
    !['engines', 'server', 'cli'].includes(room) &&
    /['"]@clientele\/engines\/duckdb['"]/.test(readFileSync(path, 'utf8'))
  )
    breaches.push(`${relative(root, path)}: names an engine outside the composition roots`);
}
if (breaches.length > 0) {
  console.error([...new Set(breaches)].join('\n'));
  console.error(`${new Set(breaches).size} breaches of the walls (docs/architecture.md says who may import whom).`);
  process.exit(1);
}
console.log(`Walls: ${graph.size} files, no breach, no cycle.`);
