import {
  type DateOrder,
  type DecimalMark,
  dateOrderSchema,
  decimalMarkSchema,
  type Inspection,
  type Mapping,
} from '@clientele/contracts';
import { Checkbox, NativeSelect, Select } from '@mantine/core';
import { Segmented } from '../../../components/Segmented.tsx';
import { counted } from '../../../lib/count-word.ts';
import { formatsFor } from '../../../lib/formats-for.ts';
import { currencies } from './currencies.ts';
import classes from './ReadingOptions.module.css';

export interface ReadingOptionsProps {
  inspection: Inspection;
  mapping: Mapping;
  sheets: readonly string[];
  onMapping: (mapping: Mapping) => void;
  onSheets: (sheets: string[]) => void;
}

const dateOrders: { value: DateOrder; label: string }[] = [
  { value: 'auto', label: 'As recognised' },
  { value: 'ymd', label: 'Year, month, day' },
  { value: 'dmy', label: 'Day, month, year' },
  { value: 'mdy', label: 'Month, day, year' },
];
const decimalMarks: { value: DecimalMark; label: string }[] = [
  { value: 'auto', label: 'As recognised' },
  { value: 'point', label: 'Point, 1,234.56' },
  { value: 'comma', label: 'Comma, 1.234,56' },
];

/** How the file is read: kind of rows, order of dates, decimal mark, currency, sheets. */
export function ReadingOptions({ inspection, mapping, sheets, onMapping, onSheets }: ReadingOptionsProps) {
  const formats = formatsFor(null);
  const { source, kindWhy } = inspection;
  const changeKind = (kind: Mapping['kind']) => {
    const { customer, country } = mapping.roles;
    const kept = { ...(customer && { customer }), ...(country && { country }) };
    const guessed = Object.fromEntries(inspection.guesses.map(({ role, column }) => [role, column]));
    onMapping({ ...mapping, kind, roles: kind === 'customers' ? kept : { ...guessed, ...kept } });
  };
  return (
    <section className={classes.options} aria-label="How the file is read">
      <div>
        <span className={classes.label}>Each row is</span>
        <Segmented
          label="Each row is"
          value={mapping.kind}
          options={[
            { value: 'orders', label: 'an order line' },
            { value: 'customers', label: 'a customer' },
          ]}
          onChange={changeKind}
        />
      </div>
      {mapping.kind === 'orders' && (
        <NativeSelect
          label="Dates"
          data={dateOrders}
          value={mapping.dateOrder}
          onChange={({ currentTarget }) =>
            onMapping({ ...mapping, dateOrder: dateOrderSchema.parse(currentTarget.value) })
          }
        />
      )}
      <NativeSelect
        label="Decimal mark"
        data={decimalMarks}
        value={mapping.decimal}
        onChange={({ currentTarget }) =>
          onMapping({ ...mapping, decimal: decimalMarkSchema.parse(currentTarget.value) })
        }
      />
      <Select
        label="Currency"
        data={currencies}
        value={mapping.currency}
        placeholder="Not known"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Remove the currency' }}
        w={220}
        limit={60}
        nothingFoundMessage="No currency is called that"
        onChange={(currency) => onMapping({ ...mapping, currency })}
      />
      <p className={classes.why}>{kindWhy}</p>
      {source.sheets.length > 1 && (
        <fieldset className={classes.sheets}>
          <legend>Sheets</legend>
          {source.sheets.map(({ name, rows, columns }) => (
            <Checkbox
              key={name}
              checked={sheets.includes(name)}
              label={`${name}, ${counted(rows, 'line', formats.count(rows))}, ${counted(columns, 'column')}`}
              onChange={({ currentTarget }) => {
                const next = currentTarget.checked ? [...sheets, name] : sheets.filter((sheet) => sheet !== name);
                if (next.length > 0) onSheets(next);
              }}
            />
          ))}
        </fieldset>
      )}
    </section>
  );
}
