import type { join as english } from '../en/join.ts';

export const join: Record<keyof typeof english, string> = {
  'join.title': 'Merkmale der Kunden',
  'join.help':
    'Verbinden Sie eine Kundentabelle über die Kundennummer mit Ihren Bestellungen. Ihre Spalten stehen dann neben den Merkmalen der Bestellungen: im Labor, beim Erkunden, in Listen und in Exporten.',
  'join.fromFor': 'Merkmale für {name} ergänzen aus',
  'join.add': 'Ergänzen',
  'join.addTo': 'Merkmale für {name} ergänzen',
  'join.remove': 'Entfernen',
  'join.removeFrom': 'Die Merkmale von {name} entfernen',
  'join.found':
    '{matched} von {n, plural, other {# Kunden}} mit Bestellungen {k, plural, one {steht} other {stehen}} in „{table}“.',
  'join.foundAll':
    '{n, plural, one {Der # Kunde} other {Alle # Kunden}} mit Bestellungen {n, plural, one {steht} other {stehen}} in „{table}“.',
  'join.without': '{n, plural, one {# hat} other {# haben}} dort keine Zeile: Die Werte fehlen.',
  'join.unused':
    '{n, plural, one {# Kunde} other {# Kunden}} aus „{table}“ {n, plural, one {hat} other {haben}} keine Bestellungen.',
  'join.repeated':
    '{n, plural, one {# Zeile wiederholt} other {# Zeilen wiederholen}} einen Kunden einer früheren Zeile; die erste Zeile zählt.',
  'join.few': 'Nur wenige Kunden wurden gefunden: Prüfen Sie, ob beide Tabellen dieselben Kundennummern verwenden.',
  'join.columns': '{n, plural, one {Ergänzt die Spalte} other {Ergänzt die Spalten}} {columns}.',
};
