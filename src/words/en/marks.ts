/** Somebody's films: those they have seen, and those they mean to see. */
export const marks = {
  of: {
    watched: (name: string) => `Films of ${name}`,
    watchlist: (name: string) => `Watchlist of ${name}`,
  },
  nothing: {
    watched: (name: string) => `${name} has no films here that you can see.`,
    watchlist: (name: string) => `Nothing is on the watchlist of ${name} that you can see.`,
  },
  sort: 'In order of',
  sorts: { added: 'Latest first', title: 'Title', year: 'Year of the film', rating: 'Their rating' },
  show: 'Show',
  liked: 'Liked',
};
