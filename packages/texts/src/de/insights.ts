import type { insights as english } from '../en/insights.ts';

export const insights: Record<keyof typeof english, string> = {
  'series.name': 'Im Zeitverlauf',
  'series.help':
    'Die Linie zeigt die Kennzahl im Zeitverlauf, die dünne Linie das Erwartete aus dem Trend und dem, was jede Woche oder jedes Jahr wiederkehrt, das Band den Bereich, in dem nichts auffällt. Ringe markieren, was außerhalb liegt, das Stärkste mit Zahl. Sehen Sie in der Liste der auffälligen Zeiten nach, woraus sie bestehen, bevor Sie damit rechnen oder vergleichen.',
  'series.measure.revenue': 'Umsatz',
  'series.measure.orders': 'Bestellungen',
  'series.measure.customers': 'Kunden',
  'series.measure.averageOrderValue': 'Mittlerer Bestellwert',
  'series.plain': '{name} {grain, select, day {nach Tagen} week {nach Wochen} other {nach Monaten}}',
  'series.title':
    '{n, plural, one {# von {all}} other {# von {all}}} {grain, select, day {Tagen} week {Wochen} other {Monaten}} {n, plural, one {fällt} other {fallen}} auf; {step}: {amount} {side, select, above {über} other {unter}} dem Erwarteten',
  'series.titleNone':
    'Von {all} {grain, select, day {Tagen fällt keiner} week {Wochen fällt keine} other {Monaten fällt keiner}} auf',
  'series.week': 'Woche vom {date}',
  'series.when': '{grain, select, day {am {step}} week {in der {step}} other {im {step}}}',
  'series.amount.orders': '{n, plural, one {# Bestellung} other {# Bestellungen}}',
  'series.amount.customers': '{n, plural, one {# Kunde} other {# Kunden}}',
  'series.label': '{amount} {side, select, above {darüber} other {darunter}}',
  'series.subtitle': '{name}{unit} je {grain, select, day {Tag} week {Woche} other {Monat}}',
  'series.subtitleBand':
    '{period, select, 7 {dünne Linie: erwartet, nach Trend und Wochentag; Band: üblicher Bereich} 52 {dünne Linie: erwartet, nach Trend und Kalenderwoche; Band: üblicher Bereich} 12 {dünne Linie: erwartet, nach Trend und Kalendermonat; Band: üblicher Bereich} other {dünne Linie: erwartet; Band: üblicher Bereich}}',
  'series.subtitleUnfinished': 'gestrichelt: nicht abgeschlossen',
  'series.noteRest': 'Wochentage, an denen meist nichts war, bleiben aus der Linie und aus dem Erwarteten heraus.',
  'series.noteEmpty':
    '{n, plural, one {In # davon war gar nichts.} other {In # davon war gar nichts.}} So sehen Zeiten aus, in denen ein Geschäft geschlossen ist.',
  'series.noteYear':
    'Mit weniger als zwei Jahren an Daten lässt sich eine jährliche Spitze nicht von einer einmaligen unterscheiden.',
  'series.column.start': '{grain, select, day {Tag} week {Woche ab} other {Monat}}',
  'series.column.expected': 'Erwartet',
  'series.column.low': 'Üblich von',
  'series.column.high': 'Üblich bis',
  'series.column.note': 'Hinweis',
  'series.unfinished': 'Nicht abgeschlossen',
  'series.unusual': 'Auffällig',
  'series.range': 'Üblicher Bereich',
  'alerts.name': 'Auffällige Zeiten',
  'alerts.help':
    'Jede Zeile ist ein Tag, eine Woche oder ein Monat außerhalb des üblichen Bereichs, das Neueste zuerst: der Wert, das Erwartete und die Länder, Produkte und Kunden, die mindestens ein Zehntel des Unterschieds tragen. Üblich ist der Median von bis zu acht gleichartigen Zeiten davor. Denken Sie an einzelne große Bestellungen, bevor Sie darin einen Trend sehen.',
  'alerts.title':
    '{n, plural, one {{grain, select, day {Ein auffälliger Tag} week {Eine auffällige Woche} other {Ein auffälliger Monat}}} other {# auffällige {grain, select, day {Tage} week {Wochen} other {Monate}}}}, am stärksten {when}',
  'alerts.subtitle':
    '{name} {grain, select, day {nach Tagen} week {nach Wochen} other {nach Monaten}}, das Neueste zuerst',
  'alerts.column.difference': 'Unterschied',
  'alerts.column.money': 'Umsatz gegenüber üblich',
  'alerts.column.drivers': 'Woraus er besteht',
  'alerts.driver': '{kind, select, customer {Kunde {name}} product {{name}} other {{name}}}: {value}, üblich {usual}',
  'alerts.sentence':
    '{measure, select, revenue {Umsatz} orders {Bestellungen} customers {Kunden} other {Mittlerer Bestellwert}} {when}: {value}, {difference} {side, select, above {über} other {unter}} dem Erwarteten',
  'alerts.sentenceNone':
    '{measure, select, revenue {Kein Umsatz} orders {Keine Bestellungen} customers {Keine Kunden} other {Nichts}} {when}; zu erwarten: {expected}',
  'alerts.joint': '{share} davon entfallen auf Kunde {customer} mit {product}',
  'alerts.lead':
    '{kind, select, customer {Kunde {name}} product {{name}} other {{name}}} brachte {value}, üblich sind {usual}',
};
