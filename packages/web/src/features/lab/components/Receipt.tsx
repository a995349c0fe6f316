import type { Receipt as ReceiptData } from '@clientele/contracts';
import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useText } from '../../../lib/use-text.ts';
import classes from './Receipt.module.css';

const short = (hash: string) => hash.slice(0, 8);

/** What makes the result repeatable: the hashes of data and recipe. */
export function Receipt({ receipt }: { receipt: ReceiptData }) {
  const text = useText();
  const whole = `data ${receipt.data}\nrecipe ${receipt.recipe}\nversion ${receipt.version}`;
  return (
    <div className={classes.receipt}>
      <p>
        <strong>{text('lab.receipt')}</strong>{' '}
        <span title={whole}>
          {text('lab.receipt.parts', { data: short(receipt.data), recipe: short(receipt.recipe) })}
        </span>
      </p>
      <CopyButton value={whole}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={copied ? text('lab.copied') : text('lab.receipt.copy')}
            onClick={copy}
          >
            {copied ? (
              <IconCheck size={16} stroke={1.7} aria-hidden="true" />
            ) : (
              <IconCopy size={16} stroke={1.7} aria-hidden="true" />
            )}
          </ActionIcon>
        )}
      </CopyButton>
    </div>
  );
}
