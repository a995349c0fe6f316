import type { ParameterName } from '@clientele/contracts';
import { fieldsOf, parameterOf, parameterValue } from '../hooks/parameter-values.ts';
import type { RecipeForm } from '../hooks/recipe-form.ts';
import classes from './ParameterField.module.css';
import { ParameterField } from './ParameterField.tsx';

export interface ParameterFieldsProps {
  form: RecipeForm;
  onChange: (patch: Partial<RecipeForm>) => void;
}

/** Short enough for two to stand beside each other: a plain number that the reader knows. */
const isShort = (name: ParameterName): boolean => {
  const { type, word, meaning } = parameterOf(name);
  return type === 'integer' && word === undefined && meaning.length <= 48;
};

/** The parameters of the chosen method, each a field made from the table; nothing where it has none. */
export function ParameterFields({ form, onChange }: ParameterFieldsProps) {
  const names = fieldsOf(form.method);
  if (names.length === 0) return null;
  return (
    <div className={classes.fields}>
      {names.map((name) => (
        <div key={name} className={isShort(name) ? undefined : classes.whole}>
          <ParameterField
            name={name}
            value={parameterValue(form, name)}
            onChange={(value) => onChange({ [name]: value })}
          />
        </div>
      ))}
    </div>
  );
}
