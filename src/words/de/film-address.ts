import type { filmAddress as english } from '../en/film-address.ts';

export const filmAddress: typeof english = {
  link: 'Adresse',
  title: 'Adresse des Films',
  label: 'Adresse',
  hint: 'Was hinter /film/ steht. Buchstaben und Ziffern jeder Schrift; alles andere wird zum Bindestrich.',
  lead: 'Alle früheren Adressen führen weiter zum Film.',
  save: 'Diese Adresse geben',
  back: 'Zurück zum Film',
  saved: 'Das ist jetzt seine Adresse.',
  remove: {
    title: 'Den Film entfernen',
    lead: 'Niemand hat hier etwas geschrieben, bewertet, aufgelistet oder gezeigt. Er lässt sich zurückholen.',
    inUse:
      'An diesem Film hängt etwas: Rezensionen, Bewertungen, Listen oder Vorführungen. Er lässt sich nicht entfernen, kann aber in einem anderen Film aufgehen.',
    leadsTo: 'Seine Adressen führen zu',
    leadsToHint:
      'Die Adresse eines anderen Films, wie sie hinter /film/ steht. Bleibt sie leer, sagen sie, dass der Film fort ist.',
    button: 'Entfernen',
  },
  wrong: {
    slug: 'Eine Adresse braucht mindestens einen Buchstaben oder eine Ziffer.',
    'slug-taken': 'Das ist oder war die Adresse eines anderen Films.',
    film: 'An dieser Adresse ist kein Film.',
    'same-film': 'Das ist genau dieser Film.',
    'in-use': 'Inzwischen hat jemand etwas damit gemacht.',
    'another-running': 'Ein Import oder ein Zusammenlegen läuft noch. Versuch es gleich noch einmal.',
  },
};
