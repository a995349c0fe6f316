import { Button, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { useDataset } from '../lib/use-dataset.ts';
import { useFilters } from '../lib/use-filters.ts';
import { useFormats } from '../lib/use-formats.ts';
import classes from './DatesFilter.module.css';
import { type DateRange, datePresets } from './date-presets.ts';
import { FilterButton } from './FilterButton.tsx';
import { useBarReason } from './use-bar-reason.ts';

/** First and last day of what is shown. */
export function DatesFilter() {
  const { dataset } = useDataset();
  const { filters, set } = useFilters();
  const formats = useFormats();
  const reason = useBarReason();
  const [isOpen, { toggle, close, open }] = useDisclosure(false);
  const first = dataset?.from?.slice(0, 10) ?? null;
  const last = dataset?.to?.slice(0, 10) ?? null;
  const noTimes = dataset !== null && first === null ? 'A table of customers has no order dates' : null;
  const from = filters.from ?? first;
  const to = filters.to ?? last;
  const choose = (range: DateRange) =>
    set({ from: range.from === first ? undefined : range.from, to: range.to === last ? undefined : range.to });
  const value = reason === null && noTimes === null && from !== null && to !== null ? formats.range(from, to) : 'Dates';
  return (
    <Popover opened={isOpen} onChange={(next) => (next ? open() : close())} trapFocus>
      <Popover.Target>
        <FilterButton
          icon={<IconCalendar size={16} stroke={1.7} aria-hidden="true" />}
          value={value}
          hiddenLabel={value === 'Dates' ? undefined : 'Dates'}
          reason={reason ?? noTimes}
          onClick={toggle}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {first !== null && last !== null && (
          <div className={classes.panel}>
            <ul className={classes.presets} aria-label="Ranges">
              {datePresets(first, last).map(({ label, range }) => (
                <li key={label}>
                  <Button
                    variant="subtle"
                    aria-pressed={range.from === from && range.to === to}
                    onClick={() => {
                      choose(range);
                      close();
                    }}
                  >
                    {label}
                  </Button>
                </li>
              ))}
            </ul>
            <div>
              <div className={classes.fields}>
                <label>
                  From
                  <input
                    type="date"
                    value={from ?? ''}
                    min={first}
                    max={to ?? last}
                    onChange={({ target }) => target.value !== '' && set({ from: target.value })}
                  />
                </label>
                <label>
                  To
                  <input
                    type="date"
                    value={to ?? ''}
                    min={from ?? first}
                    max={last}
                    onChange={({ target }) => target.value !== '' && set({ to: target.value })}
                  />
                </label>
              </div>
              <RangeCalendar
                key={`${from}${to}`}
                from={from ?? first}
                to={to ?? last}
                min={first}
                max={last}
                onChoose={choose}
              />
            </div>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface RangeCalendarProps extends DateRange {
  min: string;
  max: string;
  onChoose: (range: DateRange) => void;
}

function RangeCalendar({ from, to, min, max, onChoose }: RangeCalendarProps) {
  return (
    <DatePicker
      type="range"
      size="sm"
      defaultValue={[from, to]}
      defaultDate={to}
      minDate={min}
      maxDate={max}
      allowSingleDateInRange
      onChange={([start, end]) => start !== null && end !== null && onChoose({ from: start, to: end })}
      ariaLabels={{ previousMonth: 'Month before', nextMonth: 'Month after' }}
    />
  );
}
