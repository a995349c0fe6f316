import { type DateOrder, type DecimalMark, decimalMarks, type Inspection, type Mapping } from '@clientele/contracts';
import { Checkbox, NativeSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import { Segmented } from '../../../components/Segmented.tsx';
import { useLanguage } from '../../../lib/language.tsx';
import { useText } from '../../../lib/use-text.ts';
import { currenciesIn } from './currencies.ts';
import classes from './ReadingOptions.module.css';

export interface ReadingOptionsProps {
  inspection: Inspection;
  mapping: Mapping;
  sheets: readonly string[];
  onMapping: (mapping: Mapping) => void;
  onSheets: (sheets: string[]) => void;
}

const dateOrders: readonly DateOrder[] = ['auto', 'ymd', 'dmy', 'mdy'];
const markKeys = { auto: 'reading.auto', point: 'reading.point', comma: 'reading.comma' } as const;

const chosen = <Value extends string>(options: readonly Value[], text: string): Value | undefined =>
  options.find((option) => option === text);

/** How the file is read: kind of rows, order of dates, decimal mark, currency, sheets. */
export function ReadingOptions({ inspection, mapping, sheets, onMapping, onSheets }: ReadingOptionsProps) {
  const text = useText();
  const { locale } = useLanguage();
  const currencies = useMemo(() => currenciesIn(locale), [locale]);
  const { source, kindWhy } = inspection;
  const changeKind = (kind: Mapping['kind']) => {
    const { customer, country } = mapping.roles;
    const kept = { ...(customer && { customer }), ...(country && { country }) };
    const guessed = Object.fromEntries(inspection.guesses.map(({ role, column }) => [role, column]));
    onMapping({ ...mapping, kind, roles: kind === 'customers' ? kept : { ...guessed, ...kept } });
  };
  return (
    <section className={classes.options} aria-label={text('reading.how')}>
      <div>
        <span className={classes.label}>{text('reading.each')}</span>
        <Segmented
          label={text('reading.each')}
          value={mapping.kind}
          options={[
            { value: 'orders', label: text('reading.orders') },
            { value: 'customers', label: text('reading.customers') },
          ]}
          onChange={changeKind}
        />
      </div>
      {mapping.kind === 'orders' && (
        <NativeSelect
          label={text('reading.dates')}
          data={dateOrders.map((value) => ({ value, label: text(`reading.${value}`) }))}
          value={mapping.dateOrder}
          onChange={({ currentTarget }) =>
            onMapping({ ...mapping, dateOrder: chosen<DateOrder>(dateOrders, currentTarget.value) ?? 'auto' })
          }
        />
      )}
      <NativeSelect
        label={text('reading.decimal')}
        data={decimalMarks.map((value) => ({ value, label: text(markKeys[value]) }))}
        value={mapping.decimal}
        onChange={({ currentTarget }) =>
          onMapping({ ...mapping, decimal: chosen<DecimalMark>(decimalMarks, currentTarget.value) ?? 'auto' })
        }
      />
      <Select
        label={text('reading.currency')}
        data={currencies}
        value={mapping.currency}
        placeholder={text('reading.unknown')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': text('reading.removeCurrency') }}
        w={220}
        limit={60}
        nothingFoundMessage={text('reading.noCurrency')}
        onChange={(currency) => onMapping({ ...mapping, currency })}
      />
      <p className={classes.why}>{kindWhy}</p>
      {source.sheets.length > 1 && (
        <fieldset className={classes.sheets}>
          <legend>{text('reading.sheets')}</legend>
          {source.sheets.map(({ name, rows, columns }) => (
            <Checkbox
              key={name}
              checked={sheets.includes(name)}
              label={text('reading.sheet', { name, rows, columns })}
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
