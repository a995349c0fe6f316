import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../lib/use-text.ts';

const pauseMs = 250;

export interface RowSearchProps {
  value: string;
  className: string | undefined;
  onChange: (value: string) => void;
}

/** The search over all columns of text; asks when typing pauses. */
export function RowSearch({ value, className, onChange }: RowSearchProps) {
  const text = useText();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  const send = useDebouncedCallback((search: string) => {
    sent.current = search;
    onChange(search);
  }, pauseMs);
  return (
    <TextInput
      type="search"
      aria-label={text('rows.search')}
      placeholder={text('rows.search')}
      value={typed}
      {...(className !== undefined && { className })}
      maxLength={500}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        send(currentTarget.value.trim());
      }}
    />
  );
}
