import { type Method, methodTable, type Parameter, type ParameterName, parameters } from '@clientele/contracts';
import { formatsFor } from '../../../lib/formats-for.ts';

/** Beyond this a range has no end that is worth saying. */
const endless = 1e300;
/** Below this a range begins at zero, zero left out. */
const smallest = 1e-6;

/** A parameter as the table has it, with all that a parameter may have. */
export const parameterOf = (name: ParameterName): Parameter => parameters[name];

/** The value that a form holds, or the default of the table. */
export function parameterValue(form: object, name: ParameterName): number | string {
  const value: unknown = (form as Partial<Record<ParameterName, unknown>>)[name];
  return typeof value === 'number' || typeof value === 'string' ? value : parameters[name].default;
}

/** The numbers that a parameter may be: "a whole number from 2 to 50". */
export function rangeText({ type, range, word }: Parameter): string {
  const formats = formatsFor(null);
  const kind = type === 'integer' ? 'a whole number' : 'a number';
  const ends =
    range === undefined
      ? ''
      : range.max >= endless
        ? range.min > 0 && range.min < smallest
          ? ' above 0'
          : ` of ${formats.number(range.min)} or more`
        : ` from ${formats.number(range.min)} to ${formats.number(range.max)}`;
  return `${kind}${ends}${word === undefined ? '' : `, or empty for ${word}`}`;
}

/** What is wrong with a value, in a few words; null where nothing is. */
export function parameterFault(name: ParameterName, value: number | string): string | null {
  const parameter = parameterOf(name);
  const { type, range, word, choices } = parameter;
  if (type === 'choice') return choices?.includes(String(value)) ? null : `one of ${choices?.join(', ')}`;
  if (typeof value === 'string') return value === word ? null : rangeText(parameter);
  const isNumber = Number.isFinite(value) && (type === 'number' || Number.isInteger(value));
  const isWithin = range === undefined || (value >= range.min && value <= range.max);
  return isNumber && isWithin ? null : rangeText(parameter);
}

/** Parameters with controls of their own, in the range of k. */
const ofRange: readonly ParameterName[] = ['k', 'fromK', 'toK'];

/** The parameters of a method that make fields, in the order of its table. */
export const fieldsOf = (method: Method): ParameterName[] =>
  methodTable[method].parameters.filter((name) => !ofRange.includes(name));
