import type { report as english } from '../en/report.ts';

export const report: Record<keyof typeof english, string> = {
  'report.madeAt': 'Erstellt am {date}',
  'report.contents': 'Inhalt',
  'report.findings': 'Was auffällt',
  'report.segments': 'Segmente',
  'report.standsOut': 'Was auffällt',
  'report.whatToDo': 'Was zu tun ist',
  'report.all': 'Alle',
  'report.page': 'Seite {page} von {pages}',
  'report.table': 'Zahlen als Tabelle',
  'report.moreRows':
    '{n, plural, one {# weitere Zeile steht} other {# weitere Zeilen stehen}} in der Tabelle der Abbildung am Bildschirm.',
  'report.onScreenOnly': 'Diese Abbildung lässt sich nur am Bildschirm drehen; hier stehen ihre Zahlen.',
  'report.empty': 'Für diesen Abschnitt enthalten die Daten nichts.',
  'report.receipt': 'Wie Sie diese Zahlen wieder erhalten',
  'report.receiptLead':
    'Dieselben Daten, dasselbe Rezept und dieselbe Version ergeben jede Zahl dieses Berichts erneut.',
  'report.facts.rows': 'Zeilen',
  'report.facts.segmentation': 'Segmentierung',
  'report.receipt.data': 'Daten',
  'report.receipt.recipe': 'Rezept',
  'report.receipt.version': 'Version',
  'report.filters.countries': '{n, plural, one {# Land} other {# Länder}}',
  'report.filters.segments': '{n, plural, one {# Segment} other {# Segmente}}',
  'report.filters.customer': 'Kunde {customer}',
  'report.segment.customers': '{n, plural, one {{customers} Kunde} other {{customers} Kunden}}',
  'report.segment.above': '{label} über dem Durchschnitt',
  'report.segment.below': '{label} unter dem Durchschnitt',
  'report.segment.median': 'Median',
};
