import type { guide as english } from '../en/guide.ts';

export const guide: Record<keyof typeof english, string> = {
  'guide.title': 'Leitfaden',
  'guide.search': 'Begriff oder Abbildung finden',
  'guide.terms': 'Begriffe',
  'guide.figures': 'Abbildungen',
  'guide.nothing': 'Hier heißt nichts „{sought}“.',
  'term.segment.name': 'Segment',
  'term.segment':
    'Eine Gruppe von Kunden, die sich in den gewählten Merkmalen ähneln. Ein Segment hat einen Namen, eine Größe und eine Regel hinter dem Namen; Sie können es umbenennen.',
  'term.recency.name': 'Aktualität (Recency)',
  'term.recency':
    'Tage seit der letzten Bestellung eines Kunden. Wenige Tage sind besser: Wer kürzlich gekauft hat, kauft eher wieder.',
  'term.frequency.name': 'Häufigkeit (Frequency)',
  'term.frequency': 'Wie viele verschiedene Bestellungen ein Kunde aufgegeben hat.',
  'term.monetary.name': 'Umsatz (Monetary)',
  'term.monetary':
    'Was ein Kunde insgesamt gekauft hat, nach der Bereinigung: die Summe der Beträge aller Bestellzeilen.',
  'term.rfm.name': 'RFM',
  'term.rfm':
    'Aktualität, Häufigkeit und Umsatz zusammen: die drei Zahlen, die das Kaufverhalten mit dem Wenigsten am besten beschreiben.',
  'term.orderValue.name': 'Bestellwert',
  'term.orderValue': 'Umsatz geteilt durch die Zahl der Bestellungen.',
  'term.returning.name': 'Wiederkehrender Kunde',
  'term.returning': 'Ein Kunde mit mindestens zwei Bestellungen unter den Filtern.',
  'term.newCustomer.name': 'Neuer Kunde',
  'term.newCustomer':
    'In einem Monat: ein Kunde, dessen allererste Bestellung darin liegt, gleich welche Daten gefiltert sind.',
  'term.ledger.name': 'Reinigungsbuch',
  'term.ledger':
    'Die Rechnung der Bereinigung: welche Regel wie viele Zeilen, Kunden und wie viel Umsatz entfernt hat. Gelesene Zeilen sind behaltene plus entfernte, auf den Cent.',
  'term.recipe.name': 'Rezept',
  'term.recipe':
    'Alles, was zu einer Segmentierung führt: Filter, Merkmale, Umformung, Skala, Methode, Parameter, Startwert. Dasselbe Rezept ergibt auf denselben Daten dieselben Segmente.',
  'term.transform.name': 'Umformung',
  'term.transform': 'Der Logarithmus kürzt lange Ausläufer, damit nicht wenige sehr große Kunden alles entscheiden.',
  'term.scale.name': 'Skala',
  'term.scale':
    'Stellt Merkmale auf gleichen Fuß: Standard teilt durch die Standardabweichung, Min-Max geht von 0 bis 1, robust nutzt die Quartile.',
  'term.kmeans.name': 'k-Means',
  'term.kmeans':
    'Ordnet jeden Kunden dem nächsten von k Zentren zu und verschiebt die Zentren, bis sich nichts mehr ändert.',
  'term.inertia.name': 'Trägheit (Inertia)',
  'term.inertia':
    'Summe der quadrierten Abstände der Kunden zu ihrem Zentrum. Sie fällt mit mehr Segmenten immer; suchen Sie den Knick.',
  'term.silhouette.name': 'Silhouette',
  'term.silhouette':
    'Wie viel näher ein Kunde seinem Segment ist als dem nächsten, von −1 bis 1. Über 0,5 ist klar, unter 0,25 unscharf.',
  'term.pca.name': 'PCA',
  'term.pca':
    'Hauptkomponenten: die Richtungen, in denen sich Kunden am meisten unterscheiden. Gezeichnet werden die ersten zwei.',
  'term.umap.name': 'UMAP',
  'term.umap': 'Eine Landkarte, auf der ähnliche Kunden nahe stehen. Abstände zwischen fernen Gruppen sagen wenig.',
  'term.lift.name': 'Lift',
  'term.lift': 'Wie viel öfter ein Segment ein Produkt kauft als alle Kunden.',
  'term.confidence.name': 'Sicherheit',
  'term.confidence': 'Wie klar ein Kunde zu seinem Segment gehört und nicht zum zweiten, von 0 bis 1.',
  'term.anomaly.name': 'Auffälligkeit',
  'term.anomaly':
    'Ein Tag, eine Woche oder ein Monat mit einem Betrag außerhalb dessen, was Trend und Saison erwarten lassen.',
  'term.median.name': 'Median',
  'term.median':
    'Die Hälfte der Kunden liegt darunter, die Hälfte darüber. Anders als das Mittel kümmern ihn wenige sehr große nicht.',
  'term.quartiles.name': 'Quartile',
  'term.quartiles':
    'Ein Viertel der Kunden liegt unter dem unteren, drei Viertel unter dem oberen; dazwischen ist die mittlere Hälfte.',
  'term.skewness.name': 'Schiefe',
  'term.skewness': 'Wie weit sich eine Verteilung neigt: Über 1 hat sie einen langen Ausläufer großer Werte.',
  'term.correlation.name': 'Korrelation',
  'term.correlation':
    'Wie zwei Merkmale zusammengehen, von −1 bis 1. Spearman schaut auf Ränge und verzeiht Ausläufer, Pearson auf die Werte.',
  'term.receipt.name': 'Beleg',
  'term.receipt': 'Was ein Ergebnis wiederholbar macht: eine Prüfsumme der Daten, eine des Rezepts, die Version.',
};
