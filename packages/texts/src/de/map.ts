import type { map as english } from '../en/map.ts';

export const map: Record<keyof typeof english, string> = {
  'world-map.name': 'Weltkarte',
  'world-map.help':
    'Woher in der Welt der Umsatz kommt (oder die Kunden, wo die Daten keinen Umsatz haben): je kräftiger die Farbe, desto mehr. Unterscheiden sich die Länder stark, steht jede Farbstufe für ein Vielfaches der vorigen, damit ein großer Markt die anderen nicht verdeckt. Klicken Sie auf ein Land, um nur dessen Kunden zu sehen; Namen, die kein Land sind, stehen mit ihrem Betrag unter der Karte.',
  'world-map.title.revenue': '{country}: {share} des Umsatzes',
  'world-map.title.revenueTwo': '{country}: {share} des Umsatzes, {second}: {secondShare}',
  'world-map.title.customers': '{country}: {share} der Kunden',
  'world-map.title.customersTwo': '{country}: {share} der Kunden, {second}: {secondShare}',
  'world-map.measure.revenue': 'Umsatz nach Land',
  'world-map.measure.customers': 'Kunden nach Land',
  'world-map.subtitle':
    '{measure}; {steps, select, log {logarithmische Farbstufen} even {gleichmäßige Farbstufen} other {farbig, wo es welche gibt}}, grau: keine',
  'world-map.subtitle.unmapped': '{measure}; keiner der Namen ist ein Land auf der Karte',
  'world-map.column.names': 'Namen in den Daten',
  'world-map.column.code': 'ISO-Code',
  'world-map.offMap': 'Nicht auf der Karte',
  'world-map.unnamed': '(leer)',
  'world-map.below': 'unter 0',
  'world-map.note.rank': '{rank} {country} {share}',
  'world-map.note.unplaced': 'Nicht auf der Karte: {list}.',
  'world-map.note.summed': 'Zusammengefasst oder im ganzen Land gezeigt: {list}.',
  'world-map.note.rest': 'und {n, plural, one {# weiterer} other {# weitere}} ({amount})',
  'world-map.note.others': 'und {n, plural, one {# weiteres} other {# weitere}} in der Tabelle',
};
