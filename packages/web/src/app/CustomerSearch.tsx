import { Combobox, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys, useMergedRef } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { SegmentDot } from '../components/SegmentDot.tsx';
import { client } from '../lib/client.ts';
import { readSearch, type Search } from '../lib/search-params.ts';
import { useDataset } from '../lib/use-dataset.ts';
import { useFilters } from '../lib/use-filters.ts';
import { useFormats } from '../lib/use-formats.ts';
import { useSegmentation } from '../lib/use-segmentation.ts';
import { useText } from '../lib/use-text.ts';
import classes from './CustomerSearch.module.css';
import { isMac } from './is-mac.ts';
import { useBarReason } from './use-bar-reason.ts';

export interface CustomerSearchProps {
  inputRef?: Ref<HTMLInputElement>;
  onChosen?: () => void;
  /** What was typed already in a field that this one takes the place of; it then takes the focus too. */
  begun?: string;
}

/** Finds a customer by the start of the id and shows its page; the customer stays in the filters until removed. */
export function CustomerSearch({ inputRef, onChosen, begun }: CustomerSearchProps) {
  const { dataset } = useDataset();
  const { segmentation } = useSegmentation();
  const { filters, set } = useFilters();
  const formats = useFormats();
  const reason = useBarReason();
  const text = useText();
  const navigate = useNavigate();
  const pathname = useLocation({ select: (location) => location.pathname });
  const own = useRef<HTMLInputElement>(null);
  const ref = useMergedRef(own, inputRef);
  const [typed, setTyped] = useState(begun ?? '');
  const [sought] = useDebouncedValue(typed.trim(), 150);
  const combobox = useCombobox({
    defaultOpened: begun !== undefined && begun !== '',
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const isEntered = begun !== undefined;
  useEffect(() => {
    if (isEntered) own.current?.focus();
  }, [isEntered]);
  useHotkeys([['mod+K', () => own.current?.focus()]], []);

  const datasetId = dataset?.id ?? '';
  const { data, isFetching, error } = useQuery({
    queryKey: ['customer-search', datasetId, segmentation?.id, sought],
    queryFn: ({ signal }) =>
      client.call('listCustomers', {
        params: { datasetId },
        query: { search: sought, limit: 8, segmentation: segmentation?.id },
        signal,
      }),
    enabled: datasetId !== '' && sought !== '',
    placeholderData: keepPreviousData,
  });

  const rows = data?.rows;
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is new at each render; what matters is the list
  useEffect(() => {
    if (rows !== undefined && rows.length > 0) selectFirstOption();
  }, [rows]);

  const choose = (customer: string) => {
    setTyped('');
    combobox.closeDropdown();
    own.current?.blur();
    onChosen?.();
    // Predict starts from the customer chosen; every other screen gives way to the customer's page.
    void navigate({
      to: pathname === '/predict' ? '/predict' : '/customers',
      search: (previous: Search) => readSearch({ ...previous, customer }),
    });
  };

  // Enter before the list is there takes what was typed as the id.
  const takeTyped = (event: KeyboardEvent) => {
    const id = typed.trim();
    if (event.key !== 'Enter' || id === '') return;
    if (sought === id && !isFetching && rows !== undefined && rows.length > 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (sought !== id || isFetching) choose(id);
  };

  return (
    <div className={classes.search}>
      <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
        <Combobox.Target>
          <div className={classes.box} aria-disabled={reason !== null || undefined} title={reason ?? undefined}>
            <IconSearch size={16} stroke={1.7} aria-hidden="true" />
            {filters.customer !== undefined && reason === null && (
              <span className={classes.chip}>
                {text('filters.customer', { id: filters.customer })}
                <button
                  type="button"
                  aria-label={text('filters.customer.remove', { id: filters.customer })}
                  onClick={() => set({ customer: undefined })}
                >
                  <IconX size={12} stroke={2} aria-hidden="true" />
                </button>
              </span>
            )}
            <Combobox.EventsTarget>
              <input
                ref={ref}
                type="text"
                aria-label={text('filters.customer.findById')}
                placeholder={text('filters.customer.findById')}
                value={typed}
                disabled={reason !== null}
                autoComplete="off"
                spellCheck={false}
                onChange={({ currentTarget }) => {
                  setTyped(currentTarget.value);
                  combobox.openDropdown();
                  combobox.selectFirstOption();
                }}
                onKeyDownCapture={takeTyped}
                onFocus={() => typed !== '' && combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
              />
            </Combobox.EventsTarget>
            <kbd className={classes.keys}>{isMac ? '⌘ K' : text('filters.customer.keys')}</kbd>
          </div>
        </Combobox.Target>
        <Combobox.Dropdown hidden={sought === ''}>
          <Combobox.Options aria-label={text('common.customers')}>
            {data?.rows.map(({ id, country, segment, features }) => (
              <Combobox.Option key={id} value={id}>
                <span className={classes.option}>
                  {segment !== null && <SegmentDot segment={segment} />}
                  <strong>{id}</strong>
                  <span>{country ?? ''}</span>
                  <span className={classes.amount}>
                    {typeof features.monetary === 'number' ? formats.money(features.monetary) : ''}
                  </span>
                </span>
              </Combobox.Option>
            ))}
            {error !== null && <Combobox.Empty>{error.message}</Combobox.Empty>}
            {data?.rows.length === 0 && !isFetching && (
              <Combobox.Empty>{text('customers.search.none', { sought })}</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
