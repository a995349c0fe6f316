import { SegmentDot } from '../components/SegmentDot.tsx';
import { StabilityMark } from '../components/StabilityMark.tsx';
import { useDoubt } from '../lib/use-doubt.ts';
import { useFilters } from '../lib/use-filters.ts';
import { useFormats } from '../lib/use-formats.ts';
import { useSegmentation } from '../lib/use-segmentation.ts';
import { useText } from '../lib/use-text.ts';
import { ChecklistFilter } from './ChecklistFilter.tsx';
import { useBarReason } from './use-bar-reason.ts';

const mostDots = 6;

/** Which segments are shown. */
export function SegmentsFilter() {
  const { segmentation } = useSegmentation();
  const { filters, set } = useFilters();
  const formats = useFormats();
  const barReason = useBarReason();
  const text = useText();
  const doubtOf = useDoubt();
  const unassigned = segmentation?.unassigned ?? 0;
  const segments = [
    ...(segmentation?.segments ?? []),
    ...(unassigned > 0 ? [{ id: -1, name: text('common.noSegment'), size: unassigned }] : []),
  ];
  const reason = barReason ?? (segments.length === 0 ? text('filters.segments.none') : null);
  const shown = segments.filter(({ id }) => filters.segments === undefined || filters.segments.includes(id));
  return (
    <ChecklistFilter
      label={text('filters.segments')}
      findLabel={text('filters.segments.find')}
      items={segments.map(({ id, name, size }) => ({
        value: id,
        label: name,
        detail: formats.count(size),
        mark: <SegmentDot segment={id} />,
        doubt: <StabilityMark doubt={doubtOf(id)} size={13} />,
      }))}
      chosen={filters.segments}
      onChange={(chosen) => set({ segments: chosen })}
      reason={reason}
      marks={shown.slice(0, mostDots).map(({ id }) => <SegmentDot key={id} segment={id} size={9} />)}
    />
  );
}
