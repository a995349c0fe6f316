import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import classes from './FilterButton.module.css';

export interface FilterButtonProps extends Omit<ComponentProps<'button'>, 'value'> {
  icon?: ReactNode;
  /** What is filtered, quiet. */
  label?: string;
  /** What is filtered, where the icon says it to those who see. */
  hiddenLabel?: string;
  /** What is chosen, strong. */
  value?: ReactNode;
  /** Where the control cannot be used, why. */
  reason?: string | null;
}

/** A control of the filter bar that opens a menu. */
export function FilterButton({ icon, label, hiddenLabel, value, reason = null, ...rest }: FilterButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes.button}
      aria-disabled={reason !== null || undefined}
      title={reason ?? undefined}
      onClick={reason === null ? rest.onClick : undefined}
    >
      {icon}
      {hiddenLabel !== undefined && <span className="hidden-visually">{hiddenLabel} </span>}
      {label !== undefined && <span className={classes.label}>{label}</span>}
      {value !== undefined && <span className={classes.value}>{value}</span>}
      <IconChevronDown className={classes.chevron} size={14} stroke={1.7} aria-hidden="true" />
    </button>
  );
}
