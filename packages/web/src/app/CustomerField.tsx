import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useFilters } from '../lib/use-filters.ts';
import { useText } from '../lib/use-text.ts';
import classes from './CustomerSearch.module.css';
import type { CustomerSearchProps } from './CustomerSearch.tsx';
import { isMac } from './is-mac.ts';
import { useBarReason } from './use-bar-reason.ts';

const load = async () => (await import('./CustomerSearch.tsx')).CustomerSearch;

/** The field that finds a customer; its list is loaded when the field is first entered, or a customer is chosen already. */
export function CustomerField() {
  const { filters } = useFilters();
  const reason = useBarReason();
  const text = useText();
  const [isEntered, setEntered] = useState(false);
  const [typed, setTyped] = useState('');
  const [Search, setSearch] = useState<ComponentType<CustomerSearchProps> | null>(null);
  const own = useRef<HTMLInputElement>(null);
  useHotkeys([['mod+K', () => own.current?.focus()]], []);
  const isWanted = isEntered || filters.customer !== undefined;
  useEffect(() => {
    if (isWanted) void load().then((loaded) => setSearch(() => loaded));
  }, [isWanted]);
  if (Search !== null) return <Search begun={isEntered ? typed : undefined} />;
  return (
    <div className={classes.search}>
      <div className={classes.box} aria-disabled={reason !== null || undefined} title={reason ?? undefined}>
        <IconSearch size={16} stroke={1.7} aria-hidden="true" />
        <input
          ref={own}
          type="text"
          aria-label={text('filters.customer.findById')}
          placeholder={text('filters.customer.findById')}
          value={typed}
          disabled={reason !== null}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onFocus={() => setEntered(true)}
        />
        <kbd className={classes.keys}>{isMac ? '⌘ K' : text('filters.customer.keys')}</kbd>
      </div>
    </div>
  );
}
