import { ActionIcon, Button, Drawer, Indicator } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { usePendingFile } from '../lib/pending-file.tsx';
import { useFilters } from '../lib/use-filters.ts';
import { CountriesFilter } from './CountriesFilter.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { DatasetPicker } from './DatasetPicker.tsx';
import { DatesFilter } from './DatesFilter.tsx';
import classes from './MobileBar.module.css';
import { SegmentsFilter } from './SegmentsFilter.tsx';

/** The top of the phone: the screen's title, search and the filters as a sheet. */
export function MobileBar({ title }: { title: string }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const { isFiltered, reset } = useFilters();
  const { pendingFile } = usePendingFile();
  const search = useRef<HTMLInputElement>(null);
  const openSearch = () => {
    open();
    requestAnimationFrame(() => requestAnimationFrame(() => search.current?.focus()));
  };
  return (
    <section className={classes.bar} aria-label="Screen and filters">
      <h1>{title}</h1>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label="Find a customer"
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
          aria-label={isFiltered ? 'Filters, in use' : 'Filters'}
          onClick={open}
        >
          <IconAdjustments size={20} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Indicator>
      <Drawer opened={isOpen} onClose={close} position="bottom" size="auto" title="Filters" radius="lg">
        <div className={classes.sheet}>
          <DatasetPicker />
          <DatesFilter />
          <CountriesFilter />
          <SegmentsFilter />
          <CustomerSearch inputRef={search} onChosen={close} />
          <div className={classes.actions}>
            <Button onClick={reset} disabled={!isFiltered}>
              Reset
            </Button>
            <Button variant="filled" onClick={close}>
              Done
            </Button>
          </div>
        </div>
      </Drawer>
    </section>
  );
}
