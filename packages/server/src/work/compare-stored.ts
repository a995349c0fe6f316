import { ClienteleError, type Comparison } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { type ComparedSide, compareSegmentations } from '@clientele/pipeline';
import { findSegmentation, type StoredSegmentation } from '../store/segmentations.ts';

/**
 * Two segmentations of one dataset side by side. Each knows the customers that its run saw: those in no segment too, but not those it
 * left out for a missing feature or by its filters. @throws ClienteleError `not-found`, `usage`
 */
export async function compareStored(session: Session, firstId: string, secondId: string): Promise<Comparison> {
  const first = await findSegmentation(session, firstId);
  const second = await findSegmentation(session, secondId);
  if (first.segmentation.datasetId !== second.segmentation.datasetId)
    throw new ClienteleError(
      'usage',
      'The two segmentations are of different datasets, which have no customers in common; choose two of one dataset.',
    );
  return compareSegmentations(session, sideOf(first), sideOf(second));
}

function sideOf({ segmentation, members }: StoredSegmentation): ComparedSide {
  const { id, name, document } = segmentation;
  return { id, name, method: document.method, segments: document.segments.map((segment) => segment.name), members };
}
