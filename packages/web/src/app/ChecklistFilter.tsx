import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { Popover } from '../components/Popover.tsx';
import { useText } from '../lib/use-text.ts';
import classes from './ChecklistFilter.module.css';
import { FilterButton } from './FilterButton.tsx';

export interface ChecklistItem<Value> {
  value: Value;
  label: string;
  detail: string;
  mark?: ReactNode;
  /** Right of the name. */
  doubt?: ReactNode;
}

export interface ChecklistFilterProps<Value> {
  label: string;
  /** Names the search in a long list. */
  findLabel: string;
  items: readonly ChecklistItem<Value>[];
  /** Undefined: all. */
  chosen: readonly Value[] | undefined;
  onChange: (chosen: Value[] | undefined) => void;
  reason: string | null;
  marks?: ReactNode;
}

const searchFrom = 9;

/** A filter over a list: all, or those that are ticked. */
export function ChecklistFilter<Value extends string | number>(props: ChecklistFilterProps<Value>) {
  const { label, findLabel, items, chosen, onChange, reason, marks } = props;
  const text = useText();
  const [isOpen, { toggle, close, open }] = useDisclosure(false);
  const [sought, setSought] = useState('');
  const known = chosen?.filter((value) => items.some((item) => item.value === value));
  const count = known?.length ?? items.length;
  const only = known?.length === 1 ? items.find(({ value }) => value === known[0])?.label : undefined;
  const summary =
    known === undefined
      ? text('filters.all', { count: items.length })
      : (only ?? text('filters.some', { count, all: items.length }));
  const matches = items.filter((item) => item.label.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()));

  const flip = (value: Value) => {
    const next =
      chosen === undefined
        ? [value]
        : chosen.includes(value)
          ? chosen.filter((one) => one !== value)
          : [...chosen, value];
    onChange(next.length === 0 || next.length === items.length ? undefined : next);
  };

  return (
    <Popover opened={isOpen} onChange={(next) => (next ? open() : close())} width={260} trapFocus>
      <Popover.Target>
        <FilterButton
          label={label}
          value={
            reason === null ? (
              <>
                {marks}
                {summary}
              </>
            ) : undefined
          }
          reason={reason}
          onClick={toggle}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {items.length >= searchFrom && (
          <TextInput
            className={classes.search}
            aria-label={findLabel}
            placeholder={text('filters.find')}
            value={sought}
            onChange={({ currentTarget }) => setSought(currentTarget.value)}
          />
        )}
        <ul className={classes.list} aria-label={label}>
          {matches.map(({ value, label: name, detail, mark, doubt }) => (
            <li key={value}>
              <Checkbox
                checked={chosen?.includes(value) ?? false}
                onChange={() => flip(value)}
                label={
                  <span className={classes.item}>
                    {mark}
                    <span className={classes.name}>
                      {name} {doubt}
                    </span>
                    <span className={classes.detail}>{detail}</span>
                  </span>
                }
                classNames={{ labelWrapper: classes.wrapper, body: classes.body }}
              />
            </li>
          ))}
          {matches.length === 0 && <li className={classes.none}>{text('filters.nothing')}</li>}
        </ul>
        <div className={classes.foot}>
          <Button variant="subtle" disabled={chosen === undefined} onClick={() => onChange(undefined)}>
            {text('filters.showAll')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
