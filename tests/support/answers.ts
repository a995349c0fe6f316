/** The parts of the command's JSON that the tests read. */
export interface SegmentAnswer {
  dataset: {
    name: string;
    kind: string;
    rows: number;
    kept: number;
    customers: number;
    orders: number | null;
    revenue: number | null;
    from: string | null;
    to: string | null;
    ledger: { rule: string; rows: number; customers: number; revenue: number }[];
  };
  /** What the filters leave of the dataset. */
  selection: { rows: number; customers: number; orders: number | null; revenue: number | null };
  recipe: Record<string, unknown>;
  segmentation: {
    method: string;
    k: number;
    inertia: number;
    silhouette: number;
    daviesBouldin: number;
    calinskiHarabasz: number;
    segments: {
      id: number;
      name: string;
      size: number;
      share: number;
      revenueShare: number | null;
      means: Record<string, number>;
    }[];
  };
  receipt: { data: string; recipe: string; version: string };
}

export interface ChooseKAnswer {
  candidates: { k: number; inertia: number; silhouette: number; daviesBouldin: number; calinskiHarabasz: number }[];
  recommended: { k: number; why: string };
}
