import { ClienteleError, type DataFilters, type RfmGrid, type RfmScheme } from '@clientele/contracts';
import { computeFeatures, countRfmCodes, type RfmCodeCounts, rfmGridFrom, type Scope } from '@clientele/pipeline';
import { findDataset, type StoredDataset } from '../store/datasets.ts';
import type { Workshop } from './workshop.ts';

/** A scheme, and which customers it is held against. */
export interface RfmGridAsked {
  scheme: RfmScheme;
  filters: DataFilters;
  asOf: string | null;
}

const features = ['recency', 'frequency', 'monetary'];

/**
 * A scheme held against the customers of a dataset. Customers counted by their scores are remembered, so that other groups or
 * weights over the same scores take no time.
 * @throws ClienteleError `not-found`, `nothing-kept`, `unsupported` for customers without recency, frequency and monetary
 */
export async function rfmGridFor(workshop: Workshop, datasetId: string, asked: RfmGridAsked): Promise<RfmGrid> {
  const stored = await findDataset(workshop.engine, datasetId);
  refuseOthers(stored);
  const { scheme, filters, asOf } = asked;
  const { from, to, countries } = filters;
  const key = JSON.stringify([
    datasetId,
    stored.edition,
    'rfmCodes',
    [from ?? null, to ?? null, [...new Set(countries)].sort(), asOf],
    [scheme.scores, scheme.cuts, scheme.cuts === 'quantile' ? scheme.ties : null],
  ]);
  const read = await workshop.views.read(new Map([['codes', key]]), async () => {
    const scope: Scope = { filters, asOf, ...(stored.materialised !== null && { materialised: stored.materialised }) };
    const table = await computeFeatures(workshop.engine, stored.table, { ...scope, ids: features, method: 'rfm' });
    return new Map([['codes', countRfmCodes(table, scheme)]]);
  });
  return rfmGridFrom(read.get('codes') as RfmCodeCounts, scheme);
}

function refuseOthers({ dataset }: StoredDataset): void {
  const offered = new Set(dataset.features.filter(({ unit }) => unit !== 'category').map(({ id }) => id));
  const missing = features.filter((id) => !offered.has(id));
  if (missing.length === 0) return;
  throw new ClienteleError(
    'unsupported',
    `RFM scores need recency, frequency and monetary, and ${dataset.name} has no ${missing.join(', no ')}; import order lines, or a table of customers with these columns.`,
    { missing },
  );
}
