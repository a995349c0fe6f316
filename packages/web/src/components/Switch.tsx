import classes from './Switch.module.css';

export interface SwitchProps {
  isOn: boolean;
  /** Names the switch for those who do not see what stands beside it. */
  label: string;
  onFlip: () => void;
  isDisabled?: boolean;
}

/** On or off, at once. */
export function Switch({ isOn, label, onFlip, isDisabled = false }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      disabled={isDisabled}
      className={classes.switch}
      onClick={onFlip}
    />
  );
}
