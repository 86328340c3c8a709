import type { films as english } from '../en/films.ts';
import { number } from '../german.ts';

export const films: typeof english = {
  title: 'Filme',
  found: (search) => `Filme mit „${search}“ im Titel`,
  count: (count) => (count === 1 ? '1 Film' : `${number(count)} Filme`),
  search: 'Teil eines Titels',
  sort: 'Geordnet nach',
  sorts: {
    reviews: 'Meiste Rezensionen',
    title: 'Titel',
    year: 'Neuestes Jahr',
    newest: 'Zuletzt dazugekommen',
  },
  as: 'Zeigen als',
  ways: { cards: 'Karten', table: 'Tabelle' },
  show: 'Zeigen',
  nothingYet: 'Noch ist kein Film hier. Die Filme kommen mit der ersten importierten Datei.',
  noneFound: (search) => `Kein Titel hier enthält „${search}“.`,
  all: 'Alle Filme zeigen',
  more: 'Mehr Filme',
  first: 'Von Anfang an',
  pages: 'Seiten',
  span: (from, to, all) => `${number(from)} bis ${number(to)} von ${number(all)}`,
  columns: {
    title: 'Titel',
    year: 'Jahr',
    directors: 'Regie',
    reviews: 'Rezensionen',
    average: 'Durchschnitt hier',
  },
  average: (average) => number(average, 1),
  noAverage: 'unter fünf Bewertungen',
};
