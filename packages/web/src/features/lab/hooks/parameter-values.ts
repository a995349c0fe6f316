import { type Method, methodTable, type Parameter, type ParameterName, parameters } from '@clientele/contracts';
import type { Text } from '@clientele/texts';
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
export function rangeText({ type, range, word }: Parameter, text: Text): string {
  const formats = formatsFor(null);
  const kind = text(type === 'integer' ? 'lab.range.whole' : 'lab.range.number');
  const whole = (): string => {
    if (range === undefined) return kind;
    const min = formats.number(range.min);
    if (range.max < endless) return text('lab.range.between', { kind, min, max: formats.number(range.max) });
    return range.min > 0 && range.min < smallest
      ? text('lab.range.aboveZero', { kind })
      : text('lab.range.least', { kind, min });
  };
  return word === undefined ? whole() : text('lab.range.orWord', { range: whole(), word });
}

/** Whether a parameter may be this. */
export function isParameter(name: ParameterName, value: number | string): boolean {
  const { type, range, word, choices } = parameterOf(name);
  if (type === 'choice') return choices?.includes(String(value)) ?? false;
  if (typeof value === 'string') return value === word;
  const isNumber = Number.isFinite(value) && (type === 'number' || Number.isInteger(value));
  return isNumber && (range === undefined || (value >= range.min && value <= range.max));
}

/** What is wrong with a value, in a few words; null where nothing is. */
export function parameterFault(name: ParameterName, value: number | string, text: Text): string | null {
  if (isParameter(name, value)) return null;
  const parameter = parameterOf(name);
  return parameter.type === 'choice'
    ? text('lab.range.oneOf', { choices: parameter.choices?.join(', ') ?? '' })
    : rangeText(parameter, text);
}

/** Parameters with controls of their own, in the range of k. */
const ofRange: readonly ParameterName[] = ['k', 'fromK', 'toK'];

/** The parameters of a method that make fields, in the order of its table. */
export const fieldsOf = (method: Method): ParameterName[] =>
  methodTable[method].parameters.filter((name) => !ofRange.includes(name));
