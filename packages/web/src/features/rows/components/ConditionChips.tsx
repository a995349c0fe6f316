import type { ColumnCondition, RowColumn } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { conditionText } from '../hooks/row-columns.ts';
import classes from './ConditionChips.module.css';

export interface ConditionChipsProps {
  conditions: readonly ColumnCondition[];
  columns: readonly RowColumn[];
  onRemove: (condition: ColumnCondition) => void;
  onReset: () => void;
}

/** The conditions in force, each to be taken away. */
export function ConditionChips({ conditions, columns, onRemove, onReset }: ConditionChipsProps) {
  const text = useText();
  const formats = useFormats();
  if (conditions.length === 0) return null;
  return (
    <ul className={classes.chips}>
      {conditions.map((condition) => {
        const words = conditionText(condition, columns, formats, text);
        return (
          <li key={JSON.stringify(condition)}>
            <button
              type="button"
              className={classes.chip}
              aria-label={text('rows.chip.remove', { condition: words })}
              title={words}
              onClick={() => onRemove(condition)}
            >
              <span>{words}</span>
              <IconX size={14} stroke={1.7} aria-hidden="true" />
            </button>
          </li>
        );
      })}
      <li>
        <Button variant="subtle" className="compact" onClick={onReset}>
          {text('rows.reset')}
        </Button>
      </li>
    </ul>
  );
}
