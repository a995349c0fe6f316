import type { ColumnCondition, RowColumn } from '@clientele/contracts';
import { Button, Popover, TextInput } from '@mantine/core';
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../lib/use-text.ts';
import classes from './ColumnFilter.module.css';

export interface ColumnFilterProps {
  column: RowColumn;
  /** Those on this column. */
  conditions: readonly ColumnCondition[];
  onChange: (conditions: ColumnCondition[]) => void;
}

const fields = {
  text: [{ test: 'contains', label: 'rows.contains' }],
  range: [
    { test: 'least', label: 'rows.from' },
    { test: 'most', label: 'rows.to' },
  ],
} as const;

/** What cells of a column must be: containing a text, or from and to. */
export function ColumnFilter({ column, conditions, onChange }: ColumnFilterProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const isOn = conditions.length > 0;
  const Icon = isOn ? IconFilterFilled : IconFilter;
  const shown = column.type === 'text' ? fields.text : fields.range;
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onChange(
      shown.flatMap(({ test }) => {
        const value = String(form.get(test) ?? '').trim();
        return value === '' ? [] : [{ column: column.id, test, value }];
      }),
    );
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={220} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.trigger}
          data-on={isOn || undefined}
          aria-label={text(isOn ? 'rows.filtered' : 'rows.filter', { column: column.label })}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon size={14} stroke={1.7} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.form} onSubmit={apply}>
          {shown.map(({ test, label }) => (
            <TextInput
              key={test}
              name={test}
              label={text(label)}
              type={column.type === 'text' ? 'search' : column.type === 'time' ? 'date' : 'number'}
              {...(column.type !== 'text' && column.type !== 'time' && { step: 'any' })}
              maxLength={500}
              autoComplete="off"
              defaultValue={conditions.find((condition) => condition.test === test)?.value ?? ''}
            />
          ))}
          <div className={classes.actions}>
            {isOn && (
              <Button
                variant="subtle"
                onClick={() => {
                  onChange([]);
                  setOpen(false);
                }}
              >
                {text('rows.clear')}
              </Button>
            )}
            <Button type="submit">{text('rows.apply')}</Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
