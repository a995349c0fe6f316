import {
  type AnomalyRule,
  anomalyRules,
  type Filters,
  type Grain,
  grains,
  type SeriesMeasure,
  seriesMeasures,
} from '@clientele/contracts';

/** What the address remembers on every screen: the filters, the dataset and the segmentation shown. */
export interface Search extends Filters {
  dataset?: string;
  segmentation?: string;
  /** A file on the server that is looked at and not imported yet, and its name. */
  upload?: string;
  file?: string;
  /** What Explore looks at: one feature, two, and on which scale. */
  feature?: string;
  x?: string;
  y?: string;
  scale?: 'linear' | 'log';
  /** What Insights looks at. */
  measure?: SeriesMeasure;
  grain?: Grain;
  rule?: AnomalyRule;
  window?: number;
  deviations?: number;
  /** Search, order and conditions of the table of rows, as JSON. */
  rows?: string;
}

const date = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 500 ? value : undefined;
const day = (value: unknown): string | undefined =>
  typeof value === 'string' && date.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

const oneOf = <Value extends string>(value: unknown, all: readonly Value[]): Value | undefined =>
  all.find((each) => each === value);
const within = (value: unknown, least: number, most: number): number | undefined => {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
};

function list<Item>(value: unknown, isItem: (item: unknown) => item is Item): Item[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every(isItem) ? value : undefined;
}

/** Keeps of an address what can be used; the rest is as if it were not there. */
export function readSearch(raw: Record<string, unknown>): Search {
  const found: Search = {
    dataset: text(raw.dataset),
    segmentation: text(raw.segmentation),
    from: day(raw.from),
    to: day(raw.to),
    countries: list(raw.countries, (item) => typeof item === 'string'),
    segments: list(raw.segments, (item): item is number => Number.isInteger(item)),
    customer: text(raw.customer),
    upload: text(raw.upload),
    file: text(raw.file),
    feature: text(raw.feature),
    x: text(raw.x),
    y: text(raw.y),
    rows: typeof raw.rows === 'string' && raw.rows !== '' && raw.rows.length <= 6000 ? raw.rows : undefined,
    scale: raw.scale === 'linear' || raw.scale === 'log' ? raw.scale : undefined,
    measure: oneOf(raw.measure, seriesMeasures),
    grain: oneOf(raw.grain, grains),
    rule: oneOf(raw.rule, anomalyRules),
    window: within(raw.window, 3, 400),
    deviations: within(raw.deviations, 1, 10),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Text of an address to values: lists are JSON, everything else stays text. */
export function parseSearch(search: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(search)) {
    values[key] = value;
    if (value.startsWith('[')) {
      try {
        values[key] = JSON.parse(value);
      } catch {}
    }
  }
  return values;
}

/** Values to the text of an address; the reverse of parseSearch. */
export function stringifySearch(values: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    search.set(key, Array.isArray(value) ? JSON.stringify(value) : String(value));
  }
  const encoded = search.toString();
  return encoded === '' ? '' : `?${encoded}`;
}
