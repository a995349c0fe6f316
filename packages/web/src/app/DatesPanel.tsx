import '@mantine/dates/styles.layer.css';
import { Button } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import classes from './DatesPanel.module.css';
import { type DateRange, datePresets } from './date-presets.ts';

export interface DatesPanelProps extends DateRange {
  /** First and last day of the data. */
  first: string;
  last: string;
  onChoose: (range: DateRange) => void;
  /** A usual range was chosen: nothing is left to say. */
  onPreset: (range: DateRange) => void;
}

/** Usual ranges, two dates to type, and a calendar. */
export function DatesPanel({ from, to, first, last, onChoose, onPreset }: DatesPanelProps) {
  // A year that is half typed gives a date far off.
  const typed = (range: DateRange) =>
    range.from >= first && range.to <= last && range.from <= range.to && onChoose(range);
  return (
    <div className={classes.panel}>
      <ul className={classes.presets} aria-label="Ranges">
        {datePresets(first, last).map(({ label, range }) => (
          <li key={label}>
            <Button
              variant="subtle"
              aria-pressed={range.from === from && range.to === to}
              onClick={() => onPreset(range)}
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
              value={from}
              min={first}
              max={to}
              onChange={({ target }) => typed({ from: target.value, to })}
            />
          </label>
          <label>
            To
            <input
              type="date"
              value={to}
              min={from}
              max={last}
              onChange={({ target }) => typed({ from, to: target.value })}
            />
          </label>
        </div>
        <DatePicker
          key={`${from}${to}`}
          type="range"
          size="sm"
          defaultValue={[from, to]}
          defaultDate={to}
          minDate={first}
          maxDate={last}
          allowSingleDateInRange
          onChange={([start, end]) => start !== null && end !== null && onChoose({ from: start, to: end })}
          ariaLabels={{ previousMonth: 'Month before', nextMonth: 'Month after' }}
        />
      </div>
    </div>
  );
}
