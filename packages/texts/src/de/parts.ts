import type { parts as english } from '../en/parts.ts';

export const parts: Record<keyof typeof english, string> = {
  'parts.close': 'Schließen',
  'parts.cancel': 'Abbrechen',
  'parts.retry': 'Erneut versuchen',
  'parts.details': 'Einzelheiten',
  'parts.code': 'Code: {code}',
  'parts.broken': 'Dieser Teil ließ sich nicht anzeigen; der Rest der Ansicht steht.',
  'parts.noScreen': 'Unter dieser Adresse gibt es keine Ansicht.',
  'parts.toOverview': 'Zum Überblick',
  'parts.lines': '{n, plural, one {{count} Zeile} other {{count} Zeilen}}',
  'parts.table': '{name}, Tabelle',
  'parts.menuOf': 'Menü: {name}',
  'parts.showChart': 'Als Diagramm zeigen',
  'parts.showTable': 'Als Tabelle zeigen',
  'parts.csv': 'CSV herunterladen',
  'parts.png': 'PNG herunterladen',
  'gate.data':
    'Noch gibt es keine Kunden: Fügen Sie einen Export Ihres Shops hinzu oder probieren Sie den Beispielshop.',
  'gate.data.action': 'Daten hinzufügen',
  'gate.segmentation': 'Noch gibt es keine Segmente: Führen Sie im Labor ein Rezept aus; es schlägt vor, wie viele.',
  'gate.segmentation.action': 'Labor öffnen',
};
