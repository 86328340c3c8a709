import { number } from '../english.ts';

/** A member's page. */
export const member = {
  since: (day: string) => `Here since ${day}`,
  nothing: (name: string) => `${name} has not written anything yet that you can see.`,
  nothingOwn: 'You have not written anything yet. Choose a film and say what you saw.',
  watched: 'Seen, without words',
  more: 'More',
  first: 'From the beginning',
  permalink: 'Link to this entry',
  pages: 'Pages',
  settings: 'Your settings',
  description: (name: string, site: string) => `What ${name} wrote about films at ${site}.`,
  rooms: {
    profile: 'Profile',
    diary: 'Diary',
    films: 'Films',
    reviews: 'Reviews',
    lists: 'Lists',
    watchlist: 'Watchlist',
  },
  roomsOf: (name: string) => `Pages of ${name}`,
  count: (count: number) => number(count),
  reviewsOf: (name: string) => `Reviews by ${name}`,
  favourites: 'Favourite films',
  latestViewings: 'Latest viewings',
  wholeDiary: 'The whole diary',
  latestReviews: 'Latest reviews',
  allReviews: 'All of their reviews',
};
