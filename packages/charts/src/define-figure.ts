import type {
  Comparison,
  CustomerDetail,
  Dataset,
  KChoice,
  Prediction,
  Projection,
  SegmentationDocument,
  SimilarCustomer,
  Views,
} from '@clientele/contracts';
import type { TextKey } from '@clientele/texts';
import type { Figure, FigureContext } from './figure.ts';
import type { Lasso } from './theme/lasso-mark.ts';

/** What figures are drawn from: the views of the API, and what other calls bring. */
export interface FigureSources extends Views {
  segmentation: SegmentationDocument;
  kChoice: KChoice;
  comparison: Comparison;
  umap: Projection;
  customer: CustomerDetail;
  similar: SimilarCustomer[];
  prediction: Prediction;
}
export type Source = keyof FigureSources;

/** What a reader set on the figure itself; each figure reads what it knows and has a default for all. */
export interface FigureChoices {
  /** Feature ids. */
  feature?: string;
  x?: string;
  y?: string;
  z?: string;
  /** Logarithmic scale. */
  log?: boolean;
  /** Which of several measures. */
  measure?: string;
  segment?: number;
  /** The number of segments in use. */
  k?: number;
  /** A customer to be marked. */
  customer?: string;
  /** What was drawn around customers, in the units of the axes. */
  lasso?: Lasso;
}

/** The dataset as figures know it. */
export type FigureDataset = Pick<Dataset, 'name' | 'kind' | 'features'>;

/** What a figure is made with besides its sources. */
export interface FigureSetting extends FigureContext {
  dataset: FigureDataset;
  choices: FigureChoices;
}

export interface FigureDefinition<Needed extends Source = Source> {
  /** Stable, kebab-case: names the downloaded file and stands in addresses. */
  id: string;
  /** Stands until the figure is there, and in the list of the report. */
  name: TextKey;
  /** What it shows and how it is read, for who sees it for the first time. */
  help: TextKey;
  /** Where it stands. */
  screen: 'overview' | 'explore' | 'insights' | 'lab' | 'segments' | 'customers';
  /** Absent: on both kinds of data. */
  kind?: Dataset['kind'];
  needs: readonly Needed[];
  /** Null where the data have nothing for it: no countries, say. */
  make(sources: Pick<FigureSources, Needed>, setting: FigureSetting): Figure | null;
}

/** A figure as the registry takes it: what it needs, and how that becomes a drawing, a table and a finding. */
export function defineFigure<Needed extends Source>(definition: FigureDefinition<Needed>): FigureDefinition<Needed> {
  return definition;
}
