import '@mantine/dates/styles.layer.css';
import { Button } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import { use } from 'react';
import { calendarLocale } from '../lib/calendar-locale.ts';
import { useLanguage } from '../lib/language.tsx';
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
  const { language, text } = useLanguage();
  const locale = use(calendarLocale(language));
  // A year that is half typed gives a date far off.
  const typed = (range: DateRange) =>
    range.from >= first && range.to <= last && range.from <= range.to && onChoose(range);
  return (
    <div className={classes.panel}>
      <ul className={classes.presets} aria-label={text('filters.dates.ranges')}>
        {datePresets(first, last, text).map(({ label, range }) => (
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
            {text('filters.dates.from')}
            <input
              type="date"
              value={from}
              min={first}
              max={to}
              onChange={({ target }) => typed({ from: target.value, to })}
            />
          </label>
          <label>
            {text('filters.dates.to')}
            <input
              type="date"
              value={to}
              min={from}
              max={last}
              onChange={({ target }) => typed({ from, to: target.value })}
            />
          </label>
        </div>
        <DatesProvider settings={{ locale }}>
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
            ariaLabels={{
              previousMonth: text('filters.dates.monthBefore'),
              nextMonth: text('filters.dates.monthAfter'),
              previousYear: text('filters.dates.yearBefore'),
              nextYear: text('filters.dates.yearAfter'),
              previousDecade: text('filters.dates.decadeBefore'),
              nextDecade: text('filters.dates.decadeAfter'),
            }}
          />
        </DatesProvider>
      </div>
    </div>
  );
}
