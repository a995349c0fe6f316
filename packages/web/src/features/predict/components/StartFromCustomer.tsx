import type { CustomerDetail } from '@clientele/contracts';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCustomerValues } from '../api/use-customer-values.ts';
import classes from './Predict.module.css';

export interface StartFromCustomerProps {
  datasetId: string;
  segmentationId: string;
  /** Stands in the field at first. */
  initial: string;
  onFound: (customer: CustomerDetail) => void;
}

/** Takes the values of a customer as the start. */
export function StartFromCustomer({ datasetId, segmentationId, initial, onFound }: StartFromCustomerProps) {
  const [id, setId] = useState(initial);
  const look = useCustomerValues(datasetId, segmentationId);
  const trimmed = id.trim();
  return (
    <form
      className={classes.start}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '') look.mutate(trimmed, { onSuccess: onFound });
      }}
    >
      <TextInput
        label="Start from a customer"
        placeholder="Customer id"
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
        Start
      </Button>
    </form>
  );
}
