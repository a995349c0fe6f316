import type { CustomerDetail } from '@clientele/contracts';
import { Button, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useText } from '../../../lib/use-text.ts';
import { useCustomerValues } from '../api/use-customer-values.ts';
import classes from './Predict.module.css';

export interface StartFromCustomerProps {
  datasetId: string;
  segmentationId: string;
  /** The customer of the filter bar, from whom it starts at once; empty where there is none. */
  initial: string;
  onFound: (customer: CustomerDetail) => void;
}

/** Takes the values of a customer as the start: at once those of the customer in the filter bar, others when asked. */
export function StartFromCustomer({ datasetId, segmentationId, initial, onFound }: StartFromCustomerProps) {
  const text = useText();
  const [id, setId] = useState(initial);
  const look = useCustomerValues(datasetId, segmentationId);
  const trimmed = id.trim();
  const startFrom = (customer: string) => look.mutate(customer, { onSuccess: onFound });
  const enter = useEffectEvent(() => {
    if (initial !== '') startFrom(initial);
  });
  useEffect(() => enter(), []);
  return (
    <form
      className={classes.start}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '') startFrom(trimmed);
      }}
    >
      <TextInput
        label={text('predict.startLabel')}
        placeholder={text('predict.startPlaceholder')}
        value={id}
        autoComplete="off"
        spellCheck={false}
        error={look.error?.message}
        onChange={({ currentTarget }) => {
          setId(currentTarget.value);
          look.reset();
        }}
      />
      <Button type="submit" disabled={trimmed === ''} loading={look.isPending}>
        {text('predict.start')}
      </Button>
    </form>
  );
}
