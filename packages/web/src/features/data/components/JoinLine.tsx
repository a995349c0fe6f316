import type { Dataset } from '@clientele/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { useText } from '../../../lib/use-text.ts';
import { useJoin } from '../api/use-join.ts';
import { JoinFacts } from './JoinFacts.tsx';
import classes from './JoinPanel.module.css';

export interface JoinLineProps {
  dataset: Dataset;
  /** The tables of customers that can be joined. */
  tables: readonly Dataset[];
}

/** One dataset of orders: which table to join, or what the joined one brought. */
export function JoinLine({ dataset: { id, name, join }, tables }: JoinLineProps) {
  const text = useText();
  const change = useJoin(id);
  const [chosen, setChosen] = useState<string | null>(null);
  const line = useRef<HTMLLIElement>(null);
  const isJoined = join !== undefined;
  const wasJoined = useRef(isJoined);
  const table = tables.find((each) => each.id === chosen) ?? tables[0];
  // The button that was pressed is gone: the focus goes to the one in its place.
  const { isPending } = change;
  useEffect(() => {
    if (isPending) return;
    if (wasJoined.current !== isJoined) line.current?.querySelector('button')?.focus();
    wasJoined.current = isJoined;
  }, [isJoined, isPending]);
  return (
    <li ref={line} className={classes.line}>
      <h3 className={classes.name}>{name}</h3>
      <div className={classes.state}>
        {isJoined && <JoinFacts join={join} />}
        {!isJoined && (
          <NativeSelect
            label={text('join.fromFor', { name })}
            data={tables.map((each) => ({ value: each.id, label: each.name }))}
            value={table?.id}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
        {change.error !== null && <ErrorBlock error={change.error} />}
      </div>
      <Button
        loading={isPending}
        aria-label={text(isJoined ? 'join.removeFrom' : 'join.addTo', { name })}
        onClick={() => change.mutate(isJoined ? null : (table?.id ?? null))}
      >
        {text(isJoined ? 'join.remove' : 'join.add')}
      </Button>
    </li>
  );
}
