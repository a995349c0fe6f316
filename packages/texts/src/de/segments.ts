import type { segments as english } from '../en/segments.ts';

export const segments: Record<keyof typeof english, string> = {
  'segment-size-revenue.name': 'Größe und Umsatz der Segmente',
  'segment-size-revenue.help':
    'Der Ring ist der Anteil eines Segments an den Kunden, der Punkt sein Anteil am Umsatz. Liegt der Punkt weit rechts vom Ring, bringt das Segment mehr, als seine Größe erwarten lässt: Pflegen Sie es zuerst. Liegt er weit links, kostet es Aufmerksamkeit und bringt wenig.',
  'segment-size-revenue.title': '{segment}: {customers} der Kunden, {revenue} des Umsatzes',
  'segment-size-revenue.titleCustomers': '{segment}: {customers} der Kunden, das größte Segment',
  'segment-size-revenue.subtitle': 'Anteil an den Kunden (Ring) und am Umsatz (Punkt)',
  'segment-size-revenue.subtitleCustomers': 'Anteil an den Kunden',
  'segment-size-revenue.customerShare': 'Anteil an den Kunden',
  'segment-size-revenue.revenueShare': 'Anteil am Umsatz',
  'parallel-coordinates.name': 'Profile nebeneinander',
  'parallel-coordinates.help':
    'Eine Linie je Segment, eine Stelle darauf je Merkmal. Die Höhe sagt, das Wievielfache des Medians aller Kunden der Median des Segments ist; die gestrichelte Linie sind alle Kunden. Wo die Linien auseinandergehen, trennt das Merkmal die Segmente.',
  'parallel-coordinates.title': '{feature} bei {segment}: {own}, bei allen Kunden {all}',
  'parallel-coordinates.subtitle': 'Median gegen den aller Kunden (gestrichelt), {low} bis {high}, logarithmisch',
  'parallel-coordinates.clamped': 'Mediane von null oder noch weiter entfernte stehen am Rand.',
  'parallel-coordinates.left': 'Nicht gezeichnet, weil der Median aller Kunden kein Verhältnis ergibt: {features}.',
  'segment-products.name': 'Produkte eines Segments',
  'segment-products.help':
    'Die Produkte, für die das gewählte Segment am meisten ausgibt. Halten Sie diese vorrätig und zeigen Sie sie zuerst, wenn Sie dem Segment schreiben. Vergleichen Sie mit dem, was es ungewöhnlich oft kauft: Bestseller sind oft in jedem Segment dieselben.',
  'segment-products.title': '{segment} geben am meisten aus für {product}',
  'segment-products.subtitle': 'Umsatz nach Produkt, {segment}',
  'segment-products.product': 'Produkt',
  'segment-products.description': 'Beschreibung',
  'segment-products.items': 'Stück',
  'segment-products.lift': 'Lift',
  'segment-lift.name': 'Ungewöhnlich oft gekauft',
  'segment-lift.help':
    'Der Lift vergleicht den Anteil der Kunden des Segments, die ein Produkt gekauft haben, mit dem Anteil unter allen Kunden: ×2 heißt doppelt so oft. Diese Produkte unterscheiden das Segment; eröffnen Sie damit ein Anschreiben oder eine Anzeige. Seltene Produkte und Zufall sind ausgelassen.',
  'segment-lift.title': '{segment} kaufen {product} {times}-mal so oft',
  'segment-lift.subtitle': 'Anteil der Käufer unter {segment} gegen den Anteil unter allen Kunden',
  'segment-lift.buyers': 'Kunden, die es kauften',
  'segment-baskets.name': 'Warenkörbe der Segmente',
  'segment-baskets.help':
    'Wie ein Segment seine Warenkörbe füllt: was eine Bestellung wert ist, wie viele Stück sie enthält und ob die Stücke teurer oder billiger sind als die aller Kunden (×1). Große Körbe mit günstigen Stücken sprechen für Sets, wenige teure Stücke für das bessere Sortiment.',
  'segment-baskets.title': '{measure} bei {segment}: das {times}-Fache aller Kunden',
  'segment-baskets.subtitle': 'Mittel über Bestellungen je Segment; gestrichelt: alle Kunden',
  'segment-baskets.averageOrderValue': 'Bestellwert',
  'segment-baskets.medianOrderValue': 'Median des Bestellwerts',
  'segment-baskets.itemsPerOrder': 'Stück je Bestellung',
  'segment-baskets.productsPerOrder': 'Produkte je Bestellung',
  'segment-baskets.pricePerItem': 'Preis je Stück',
  'segment-baskets.priceLevel': 'Preisniveau',
  'plan.area.campaign': 'Kampagne',
  'plan.area.offer': 'Angebot',
  'plan.area.products': 'Produkte',
  'plan.area.price': 'Preis',
  'plan.area.retention': 'Bindung',
  'plan.title': 'Was zu tun ist',
  'plan.days': '{n, plural, one {# Tag} other {# Tagen}}',
  'plan.orders': '{n, plural, one {# Bestellung} other {# Bestellungen}}',
  'plan.and': ' und ',
  'plan.traitMean': '{feature} im Mittel {own}, alle Kunden {all}',
  'plan.traitMedian': '{feature} im Median {own}, alle Kunden {all}',
  'plan.win-back-in-person.action': 'Gewinnen Sie sie persönlich zurück: ein Anruf oder ein Brief an jeden.',
  'plan.win-back-in-person.because':
    'Die Hälfte hat seit {recency} oder länger nicht bestellt (alle Kunden: seit {recencyAll}); die Hälfte gab {monetary} oder mehr aus (alle Kunden: {monetaryAll}).',
  'plan.write-now.action': 'Schreiben Sie ihnen jetzt, mit dem, was sie früher gekauft haben.',
  'plan.write-now.because':
    'Die Hälfte hat seit {recency} oder länger nicht bestellt (alle Kunden: seit {recencyAll}); die Hälfte gab {monetary} oder mehr aus (alle Kunden: {monetaryAll}).',
  'plan.one-reminder.action': 'Schicken Sie eine Erinnerung und lassen Sie sie danach bei allem aus, was Geld kostet.',
  'plan.one-reminder.because':
    'Die Hälfte hat seit {recency} oder länger nicht bestellt (alle Kunden: seit {recencyAll}); die Hälfte gab {monetary} oder weniger aus (alle Kunden: {monetaryAll}).',
  'plan.keep-close.action': 'Halten Sie sie nah: früher Zugang, Dank, ein fester Ansprechpartner.',
  'plan.keep-close.because':
    'Die Hälfte gab {frequency} oder mehr auf (alle Kunden: {frequencyAll}), und die Hälfte gab {monetary} oder mehr aus (alle Kunden: {monetaryAll}).',
  'plan.next-order-sooner.action': 'Geben Sie ihnen einen Grund für die nächste Bestellung.',
  'plan.next-order-sooner.because':
    'Die Hälfte gab {monetary} oder mehr aus (alle Kunden: {monetaryAll}), doch die Hälfte gab nur {frequency} oder weniger auf.',
  'plan.larger-baskets.action': 'Machen Sie die Warenkörbe größer, mit Sets und freiem Versand ab einem Betrag.',
  'plan.larger-baskets.because':
    'Die Hälfte gab {frequency} oder mehr auf, doch die Hälfte gab {monetary} oder weniger aus (alle Kunden: {monetaryAll}).',
  'plan.reward.action': 'Belohnen Sie ihre Treue: Neues zuerst sehen, Dank nach einer Bestellung.',
  'plan.reward.because':
    'Die Hälfte gab {frequency} oder mehr auf (alle Kunden: {frequencyAll}), und die Hälfte gab {monetary} oder mehr aus (alle Kunden: {monetaryAll}).',
  'plan.make-it-a-habit.action':
    'Machen Sie eine Gewohnheit daraus: Schlagen Sie vor, was zur letzten Bestellung passt, solange sie frisch ist.',
  'plan.make-it-a-habit.because':
    'Die Hälfte hat in den letzten {recency} bestellt (alle Kunden: in den letzten {recencyAll}); die Hälfte gab {monetary} oder mehr aus (alle Kunden: {monetaryAll}).',
  'plan.win-the-next-order.action': 'Gewinnen Sie die nächste Bestellung: Melden Sie sich bald.',
  'plan.win-the-next-order.because':
    'Die Hälfte hat in den letzten {recency} bestellt (alle Kunden: in den letzten {recencyAll}); die Hälfte gab {frequency} oder weniger auf.',
  'plan.remind-the-late.action':
    'Schreiben Sie denen, die über ihrem üblichen Abstand liegen, mit dem, was sie früher gekauft haben.',
  'plan.remind-the-late.because':
    'Die Hälfte hat seit {recency} oder länger nicht bestellt; die Hälfte gab {monetary} oder mehr aus (alle Kunden: {monetaryAll}).',
  'plan.stay-in-touch.action': 'Bleiben Sie mit den üblichen Neuigkeiten in Kontakt.',
  'plan.stay-in-touch.because':
    'Im Median haben sie seit {recency} nicht bestellt (alle Kunden: seit {recencyAll}) und {frequency} aufgegeben (alle Kunden: {frequencyAll}).',
  'plan.second-order.action': 'Machen Sie ein Angebot für eine weitere Bestellung.',
  'plan.second-order.because':
    'Die Hälfte gab {frequency} oder weniger auf (alle Kunden: {frequencyAll}); die Hälfte hat seit {recency} oder länger nicht bestellt.',
  'plan.spend-and-earn-much.action': 'Halten Sie sie nah: das Beste des Sortiments statt Rabatten.',
  'plan.spend-and-earn-much.because': '{income}; {spending}.',
  'plan.earn-much-spend-little.action':
    'Finden Sie heraus, was ihnen fehlt: Fragen Sie nach und zeigen Sie das bessere Sortiment.',
  'plan.earn-much-spend-little.because': '{income}; {spending}.',
  'plan.earn-little-spend-much.action':
    'Bleiben Sie erschwinglich: Treuepunkte, Sets und kleine Freuden; drängen Sie keinen Kredit auf.',
  'plan.earn-little-spend-much.because': '{income}; {spending}.',
  'plan.earn-and-spend-little.action': 'Erreichen Sie sie günstig: E-Mail statt Druck, Grundbedarf und Angebote.',
  'plan.earn-and-spend-little.because': '{income}; {spending}.',
  'plan.spend-much.action': 'Danken Sie ihnen und zeigen Sie ihnen Neues zuerst.',
  'plan.spend-much.because': '{spending}.',
  'plan.spend-little.action': 'Machen Sie einen kleinen ersten Schritt leicht und beobachten Sie, ob er sich lohnt.',
  'plan.spend-little.because': '{spending}.',
  'plan.what-sets-apart.action': 'Sprechen Sie sie auf das an, was sie unterscheidet.',
  'plan.what-sets-apart.because': '{traits}.',
  'plan.basket-threshold.action':
    'Bieten Sie ein Set oder freien Versand ab einem Betrag etwas über ihrer üblichen Bestellung an.',
  'plan.basket-threshold.because':
    'Die Hälfte ihrer Bestellungen ist {orderValue} oder weniger wert, von allen Bestellungen {orderValueAll} oder weniger.',
  'plan.easy-large-orders.action':
    'Machen Sie große Bestellungen leicht: Listen zum Nachbestellen, Lieferung in Teilen.',
  'plan.easy-large-orders.because':
    'Die Hälfte ihrer Bestellungen ist {orderValue} oder mehr wert, von allen Bestellungen {orderValueAll} oder mehr.',
  'plan.lead-with-unusual.action': 'Stellen Sie {unusual} voran.',
  'plan.lead-with-unusual.because': '{unusualNumbers}',
  'plan.show-bestseller.action': 'Zeigen Sie {bestseller} zuerst.',
  'plan.show-bestseller.because': 'Dafür geben sie am meisten aus, und {topShare} von ihnen haben es gekauft.',
  'plan.no-discounts.action': 'Geben Sie für sie keine Rabatte aus.',
  'plan.no-discounts.because':
    'Die Hälfte hat ohnehin in den letzten {recency} bestellt; die Hälfte der Wiederkehrenden bestellt im Abstand von {gap} oder schneller.',
  'plan.better-range.action': 'Zeigen Sie ihnen das bessere Sortiment zuerst.',
  'plan.better-range.because':
    'Ein Stück kostet bei ihnen im Mittel {price}, das {priceLevel}-Fache aller Kunden ({priceAll}).',
  'plan.low-prices-first.action': 'Zeigen Sie ihnen günstige Preise und Sets zuerst.',
  'plan.low-prices-first.because':
    'Ein Stück kostet bei ihnen im Mittel {price}, das {priceLevel}-Fache aller Kunden ({priceAll}).',
  'plan.welcome.action': 'Heißen Sie sie willkommen: Dank für die erste Bestellung, Hilfe bei der zweiten.',
  'plan.welcome.because':
    'Die Hälfte hat die erste Bestellung in den letzten {tenure} aufgegeben (alle Kunden: in den letzten {tenureAll}).',
  'plan.past-their-gap.action':
    'Lassen Sie im Abstand von {gap} nach einer Bestellung von selbst eine Erinnerung hinausgehen.',
  'plan.past-their-gap.because':
    'Die Hälfte der Wiederkehrenden bestellt im Abstand von {gap} oder schneller; doch die Hälfte hat seit {recency} oder länger nicht bestellt.',
  'plan.in-their-rhythm.action': 'Schreiben Sie, kurz bevor ihr üblicher Abstand von {gap} vorbei ist.',
  'plan.in-their-rhythm.because':
    'Die Hälfte der Wiederkehrenden bestellt im Abstand von {gap} oder schneller; die Hälfte hat in den letzten {recency} bestellt.',
  'plan.fewer-returns.action':
    'Finden Sie heraus, warum sie stornieren oder zurückschicken: Größen, Beschreibungen, Schäden unterwegs.',
  'plan.fewer-returns.because':
    'Im Mittel werden {returns} der Zeilen eines Kunden storniert oder kommen zurück, bei allen Kunden {returnsAll}.',
  'plan.unusualOne': 'Sie kaufen es {times}-mal so oft wie alle Kunden; {buyers} von ihnen haben es gekauft.',
  'plan.unusualTwo':
    'Sie kaufen sie {times}- und {secondTimes}-mal so oft wie alle Kunden; {buyers} und {secondBuyers} von ihnen haben sie gekauft.',
};
