import { gradeDoubt, type SegmentDoubt, segmentDoubt } from '@clientele/charts';
import { useQuery } from '@tanstack/react-query';
import { segmentationQuery, useSegmentation } from './use-segmentation.ts';

/** What there is to doubt about each segment of the segmentation shown; with the figure behind it where its document is at hand. */
export function useDoubt(): (segment: number | null) => SegmentDoubt | null {
  const { segmentation } = useSegmentation();
  // Read where it is there already: the mark is worth no request of its own.
  const { data } = useQuery({ ...segmentationQuery(segmentation?.id), enabled: false });
  const stability = data?.document.evidence?.stability;
  return (segment) => {
    if (segment === null || segment < 0) return null;
    if (stability !== undefined) return segmentDoubt(stability, segment);
    const at = segmentation?.segments.findIndex(({ id }) => id === segment) ?? -1;
    return gradeDoubt(segmentation?.stability?.[at]);
  };
}
