import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import classes from './ChecklistFilter.module.css';
import { FilterButton } from './FilterButton.tsx';

export interface ChecklistItem<Value> {
  value: Value;
  label: string;
  detail: string;
  mark?: ReactNode;
}

export interface ChecklistFilterProps<Value> {
  label: string;
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
  const { label, items, chosen, onChange, reason, marks } = props;
  const [isOpen, { toggle, close, open }] = useDisclosure(false);
  const [sought, setSought] = useState('');
  const known = chosen?.filter((value) => items.some((item) => item.value === value));
  const count = known?.length ?? items.length;
  const only = known?.length === 1 ? items.find(({ value }) => value === known[0])?.label : undefined;
  const summary = known === undefined ? `All ${items.length}` : (only ?? `${count} of ${items.length}`);
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
            aria-label={`Find in ${label.toLowerCase()}`}
            placeholder="Find"
            value={sought}
            onChange={({ currentTarget }) => setSought(currentTarget.value)}
          />
        )}
        <ul className={classes.list} aria-label={label}>
          {matches.map(({ value, label: name, detail, mark }) => (
            <li key={value}>
              <Checkbox
                checked={chosen?.includes(value) ?? false}
                onChange={() => flip(value)}
                label={
                  <span className={classes.item}>
                    {mark}
                    <span className={classes.name}>{name}</span>
                    <span className={classes.detail}>{detail}</span>
                  </span>
                }
                classNames={{ labelWrapper: classes.wrapper, body: classes.body }}
              />
            </li>
          ))}
          {matches.length === 0 && <li className={classes.none}>Nothing here is called that.</li>}
        </ul>
        <div className={classes.foot}>
          <Button variant="subtle" disabled={chosen === undefined} onClick={() => onChange(undefined)}>
            Show all
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
