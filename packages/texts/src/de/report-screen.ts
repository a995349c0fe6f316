import type { reportScreen as english } from '../en/report-screen.ts';

export const reportScreen: Record<keyof typeof english, string> = {
  'report-screen.facts': 'Was hineinkommt, dann PDF oder eine HTML-Datei',
  'report-screen.title': 'Titel',
  'report-screen.pages': 'Segmente',
  'report-screen.pages.yes': 'Ein Teil für jedes',
  'report-screen.pages.no': 'Weggelassen',
  'report-screen.pdf': 'PDF erstellen',
  'report-screen.html': 'HTML erstellen',
  'report-screen.making': 'Der Bericht wird erstellt',
  'report-screen.count':
    '{n, plural, =0 {Keine Abbildung gewählt} one {# Abbildung} other {# Abbildungen}}, unter den Filtern oben',
  'report-screen.all': 'Alle davon',
};
