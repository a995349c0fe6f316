import type { cohorts as english } from '../en/cohorts.ts';

export const cohorts: Record<keyof typeof english, string> = {
  'cohort-retention.name': 'Wer wiederkommt',
  'cohort-retention.help':
    'Jede Zeile umfasst die Kunden, deren erste Bestellung in diesem Monat lag; die Spalten sagen, welcher Anteil von ihnen einen, zwei, drei Monate später bestellt hat. Lesen Sie eine Spalte abwärts, um zu sehen, ob neue Kunden besser oder schlechter bleiben als früher.',
  'cohort-retention.title': '{share} der neuen Kunden bestellen im nächsten Monat wieder',
  'cohort-retention.subtitle':
    'Anteil der neuen Kunden eines Monats, die so viele Monate später bestellt haben, in Prozent',
  'cohort-retention.cell': 'Erste Bestellung {month}, {n, plural, one {# Monat} other {# Monate}} später',
  'cohort-retention.active': 'Bestellt',
  'cohort-retention.of': 'Von',
  'cohort-retention.column': 'Erste Bestellung',
  'cohort-retention.after': '{n, plural, one {# Monat später} other {# Monate später}}',
};
