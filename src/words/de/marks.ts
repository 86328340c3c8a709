import type { marks as English } from '../en/marks.ts';

export const marks: typeof English = {
  of: {
    watched: (name) => `Filme von ${name}`,
    watchlist: (name) => `Merkliste von ${name}`,
  },
  nothing: {
    watched: (name) => `Von ${name} gibt es hier keine Filme, die du sehen kannst.`,
    watchlist: (name) => `Auf der Merkliste von ${name} steht nichts, was du sehen kannst.`,
  },
  sort: 'Reihenfolge',
  sorts: { added: 'Neueste zuerst', title: 'Titel', year: 'Jahr des Films', rating: 'Ihre Wertung' },
  show: 'Zeigen',
  liked: 'Gemocht',
};
