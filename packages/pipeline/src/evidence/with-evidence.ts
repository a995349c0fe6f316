import type { Evidence, SegmentationDocument } from '@clientele/contracts';

/** The quick look that a run takes by itself; the verdict looks closer. */
const quickVerdict = 'no-natural-groups';

/** A segmentation with its evidence. Where the verdict finds natural groups, the run's own doubt about them goes. */
export function withEvidence(document: SegmentationDocument, evidence: Evidence): SegmentationDocument {
  const isRefuted = evidence.structure.verdict === 'natural-groups';
  const warnings = document.warnings.filter(({ code }) => !(isRefuted && code === quickVerdict));
  return { ...document, warnings, evidence };
}
