import { z } from 'zod';

export const problemDocumentSchema = z.object({
  /** RFC 9457. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});
/** An error as it crosses HTTP. */
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;

export const jobKinds = ['inspect', 'import', 'choose-k', 'segment', 'umap', 'score', 'evidence'] as const;
export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(jobKinds),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** 0 to 1; null where it cannot be known. */
  progress: z.number().nullable(),
  /** What is being done, for the user: "Reading lines", "Silhouette". */
  step: z.string(),
  /** Rows done so far, where that is what is counted. */
  rows: z.number().int().nullable(),
  error: problemDocumentSchema.nullable(),
  /** The job's result once it is done; its shape follows from the kind. */
  result: z.unknown().nullable(),
});
/** Long work: started by a request that answers 202, followed by events, cancellable. */
export type Job = z.infer<typeof jobSchema>;
