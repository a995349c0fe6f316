export type DayOrder = 'mdy' | 'dmy';

/** One step of bringing a written time into one form: an RE2 pattern and what takes its place (\1 is a group). */
export interface TextStep {
  pattern: string;
  by: string;
  all?: boolean;
}

const months: readonly (readonly [month: string, names: string])[] = [
  ['Jan', 'jan|janv|ene|gen'],
  ['Feb', 'feb|fev|fév'],
  ['Mar', 'mar|mär|mrz|mrt|maa'],
  ['Apr', 'apr|avr|abr'],
  ['May', 'may|mai|mei|mag'],
  ['Jun', 'jun|juin|giu'],
  ['Jul', 'jul|juil|lug'],
  ['Aug', 'aug|aou|aoû|ago'],
  ['Sep', 'sep|set'],
  ['Oct', 'oct|okt|ott'],
  ['Nov', 'nov'],
  ['Dec', 'dec|déc|dez|dic'],
];
const letters = '[a-zäéû]*';

/** The end of a time that names its offset from UTC; what is written before it is taken as the shop's local time. */
export const zonePattern =
  '([0-9]:[0-9][0-9](?::[0-9][0-9](?:[.,][0-9]+)?)?) *(?:[Zz]|[A-Z]{3,4}|[+-][0-9][0-9](?::?[0-9][0-9])?)$';

/** Brings every written form to `2010/12/1 8:26:00` or `1/12/2010 8:26 pm` or `1/Dec/2010`. */
export const timeSteps: readonly TextStep[] = [
  { pattern: zonePattern, by: '\\1' },
  { pattern: '^ +| +$', by: '', all: true },
  { pattern: '([0-9])[Tt]([0-9])', by: '\\1 \\2' },
  { pattern: '(:[0-9][0-9])[.,][0-9]+', by: '\\1' },
  { pattern: '^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]* +', by: '' },
  { pattern: '([0-9]) *(?i:(a|p)\\.?m\\.?)$', by: '\\1 \\2m' },
  ...months.map(([month, names]) => ({ pattern: `(?i:(^|[^a-z])(?:${names})${letters})\\.?`, by: `\\1${month}` })),
  { pattern: '^([A-Z][a-z][a-z])[ .-]*([0-9]{1,2})(?:st|nd|rd|th)?[ ,]+([0-9]{4})', by: '\\2/\\1/\\3' },
  {
    pattern: '^([0-9]{1,2})(?:st|nd|rd|th|\\.)?(?: de)?[ ./-]*([A-Z][a-z][a-z])(?: de)?[ .,/-]*([0-9]{4}|[0-9]{2})',
    by: '\\1/\\2/\\3',
  },
  { pattern: '^([0-9]+)[.-]([0-9]+)[.-]([0-9]+)\\.?', by: '\\1/\\2/\\3' },
  { pattern: ',? +(?:at |um |à )?', by: ' ', all: true },
];

const compiledSteps = timeSteps.map(({ pattern, by, all }) => {
  const insensitive = pattern.includes('(?i:');
  const source = pattern.replaceAll('(?i:', '(?:');
  const flags = `${insensitive ? 'i' : ''}${all ? 'g' : ''}`;
  return { pattern: new RegExp(source, flags), by: by.replaceAll('\\', '$') };
});

const monthNames = months.map(([month]) => month);
const clock = '(?: ([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ([ap])m)?)?$';
const yearFirst = new RegExp(`^([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})${clock}`, 'i');
const dayOrMonthFirst = new RegExp(`^([0-9]{1,2})/([0-9]{1,2}|[A-Z][a-z]{2})/([0-9]{4}|[0-9]{2})${clock}`, 'i');
const firstTime = Date.UTC(1900, 0, 1);
const lastTime = Date.UTC(2200, 0, 1);

function moment(year: number, month: number, day: number, rest: (string | undefined)[]): number | null {
  if (year < 1900) return null;
  const [hours = '0', minutes = '0', seconds = '0', half] = rest;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const time = Date.UTC(year, month - 1, day, hour, Number(minutes), Number(seconds));
  const read = new Date(time);
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return null;
  return time >= firstTime && time < lastTime ? time : null;
}

function readDigits(text: string): number | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/.exec(text);
  if (parts !== null) return moment(Number(parts[1]), Number(parts[2]), Number(parts[3]), parts.slice(4, 7));
  let time: number | null = null;
  if (/^\d{10}$/.test(text)) time = Number(text) * 1000;
  else if (/^\d{13}$/.test(text)) time = Number(text);
  else if (/^[2-7]\d{4}(\.\d+)?$/.test(text)) time = Math.round((Number(text) - 25_569) * 86_400) * 1000;
  return time !== null && time >= firstTime && time < lastTime ? time : null;
}

/** A time as milliseconds, read as if it were UTC; null where it is none. The SQL twin is `withTimeSql`. */
export function readTime(text: string, order: DayOrder): number | null {
  const trimmed = text.trim();
  if (/^[\d.]+$/.test(trimmed) && !/^\d+\.\d+\.\d+$/.test(trimmed)) return readDigits(trimmed);
  const form = compiledSteps.reduce((rest, step) => rest.replace(step.pattern, step.by), trimmed);
  const first = yearFirst.exec(form);
  if (first !== null) return moment(Number(first[1]), Number(first[2]), Number(first[3]), first.slice(4));
  const parts = dayOrMonthFirst.exec(form);
  if (parts === null) return null;
  const written = Number(parts[3]);
  const year = parts[3]?.length === 4 ? written : written + (written < 69 ? 2000 : 1900);
  const named = monthNames.indexOf(parts[2] as string) + 1;
  if (named > 0) return moment(year, named, Number(parts[1]), parts.slice(4));
  const [day, month] = order === 'dmy' ? [parts[1], parts[2]] : [parts[2], parts[1]];
  return moment(year, Number(month), Number(day), parts.slice(4));
}

/** True where day and month are both numbers and the year stands last, so that their order has to be found out. */
export function hasOpenOrder(text: string): boolean {
  return /^\s*\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})(?!\d)/.test(text);
}

/** ISO text without zone. */
export function isoText(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
