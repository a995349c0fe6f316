import type { shell as english } from '../en/shell.ts';

export const shell: Record<keyof typeof english, string> = {
  'shell.overview': 'Überblick',
  'shell.insights': 'Erkenntnisse',
  'shell.explore': 'Erkunden',
  'shell.lab': 'Labor',
  'shell.segments': 'Segmente',
  'shell.customers': 'Kunden',
  'shell.predict': 'Vorhersage',
  'shell.report': 'Bericht',
  'shell.rows': 'Zeilen',
  'shell.data': 'Daten',
  'shell.screens': 'Ansichten',
  'shell.more': 'Mehr',
  'shell.local': 'Läuft auf diesem Rechner',
  'shell.skip': 'Zum Inhalt springen',
  'shell.language': 'Sprache',
  'shell.theme': 'Farben',
  'shell.theme.auto': 'Wie das System',
  'shell.theme.light': 'Hell',
  'shell.theme.dark': 'Dunkel',
};
