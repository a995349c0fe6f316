import { useDisclosure } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Block } from '../components/Block.tsx';
import { Popover } from '../components/Popover.tsx';
import { useDataset } from '../lib/use-dataset.ts';
import { useFilters } from '../lib/use-filters.ts';
import { useFormats } from '../lib/use-formats.ts';
import { useText } from '../lib/use-text.ts';
import type { DateRange } from './date-presets.ts';
import { FilterButton } from './FilterButton.tsx';
import { useBarReason } from './use-bar-reason.ts';

// The calendar comes when it is asked for.
const loadPanel = () => import('./DatesPanel.tsx');
const DatesPanel = lazy(async () => ({ default: (await loadPanel()).DatesPanel }));

/** First and last day of what is shown. */
export function DatesFilter() {
  const { dataset } = useDataset();
  const { filters, set } = useFilters();
  const formats = useFormats();
  const reason = useBarReason();
  const text = useText();
  const [isOpen, { toggle, close, open }] = useDisclosure(false);
  const first = dataset?.from?.slice(0, 10) ?? null;
  const last = dataset?.to?.slice(0, 10) ?? null;
  const noTimes = dataset !== null && first === null ? text('filters.dates.none') : null;
  const from = filters.from ?? first;
  const to = filters.to ?? last;
  const choose = (range: DateRange) =>
    set({ from: range.from === first ? undefined : range.from, to: range.to === last ? undefined : range.to });
  const range = reason === null && noTimes === null && from !== null && to !== null ? formats.range(from, to) : null;
  return (
    <Popover opened={isOpen} onChange={(next) => (next ? open() : close())} trapFocus>
      <Popover.Target>
        <FilterButton
          icon={<IconCalendar size={16} stroke={1.7} aria-hidden="true" />}
          value={range ?? text('filters.dates')}
          hiddenLabel={range === null ? undefined : text('filters.dates')}
          reason={reason ?? noTimes}
          onClick={toggle}
          onPointerEnter={() => void loadPanel()}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {first !== null && last !== null && (
          <Suspense fallback={<Block height={320} width={400} />}>
            <DatesPanel
              from={from ?? first}
              to={to ?? last}
              first={first}
              last={last}
              onChoose={choose}
              onPreset={(range) => {
                choose(range);
                close();
              }}
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
