import { ActionIcon, Button, Drawer, Indicator } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { usePendingFile } from '../lib/pending-file.tsx';
import { useFilters } from '../lib/use-filters.ts';
import { useText } from '../lib/use-text.ts';
import { CountriesFilter } from './CountriesFilter.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { DatasetPicker } from './DatasetPicker.tsx';
import { DatesFilter } from './DatesFilter.tsx';
import classes from './MobileBar.module.css';
import { SegmentsFilter } from './SegmentsFilter.tsx';

/** The top of the phone: the screen's title, search and the filters as a sheet. */
export function MobileBar({ title }: { title: string }) {
  const text = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { isFiltered, reset } = useFilters();
  const { pendingFile } = usePendingFile();
  const search = useRef<HTMLInputElement>(null);
  const openSearch = () => {
    open();
    requestAnimationFrame(() => requestAnimationFrame(() => search.current?.focus()));
  };
  return (
    <section className={classes.bar} aria-label={text('filters.bar')}>
      <h1>{title}</h1>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={text('filters.customer.find')}
        onClick={openSearch}
        disabled={pendingFile !== null}
      >
        <IconSearch size={20} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
      <Indicator disabled={!isFiltered} color="var(--ink)" size={7} offset={10}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={text(isFiltered ? 'filters.inUse' : 'filters.name')}
          onClick={open}
        >
          <IconAdjustments size={20} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Indicator>
      <Drawer opened={isOpen} onClose={close} position="bottom" size="auto" title={text('filters.name')} radius="lg">
        <div className={classes.sheet}>
          <DatasetPicker />
          <DatesFilter />
          <CountriesFilter />
          <SegmentsFilter />
          <CustomerSearch inputRef={search} onChosen={close} />
          <div className={classes.actions}>
            <Button onClick={reset} disabled={!isFiltered}>
              {text('filters.reset')}
            </Button>
            <Button variant="filled" onClick={close}>
              {text('filters.done')}
            </Button>
          </div>
        </div>
      </Drawer>
    </section>
  );
}
