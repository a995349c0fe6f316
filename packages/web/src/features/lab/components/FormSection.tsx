import { type ReactNode, useId } from 'react';
import classes from './RecipeForm.module.css';

export interface FormSectionProps {
  label: string;
  /** At the right of the label. */
  aside?: ReactNode;
  /** Under the controls. */
  hint?: ReactNode;
  /** Why it does not apply, where it does not. */
  lockedBy?: string | null;
  children: ReactNode;
}

/** One choice of the recipe under its name. */
export function FormSection({ label, aside, hint, lockedBy, children }: FormSectionProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out with its legend at the left and a note at the right
    <div role="group" aria-labelledby={id} title={lockedBy ?? undefined} className={classes.section}>
      <div className={classes.sectionHead}>
        <h2 id={id}>{label}</h2>
        {aside !== undefined && <span>{aside}</span>}
      </div>
      {children}
      {hint !== undefined && hint !== null && <p className={classes.hint}>{hint}</p>}
    </div>
  );
}
