import type { member as english } from '../en/member.ts';
import { number } from '../german.ts';

export const member: typeof english = {
  since: (day) => `Hier seit ${day}`,
  nothing: (name) => `${name} hat noch nichts geschrieben, was du sehen kannst.`,
  nothingOwn: 'Du hast noch nichts geschrieben. Such dir einen Film aus und sag, was du gesehen hast.',
  watched: 'Gesehen, ohne Worte',
  more: 'Mehr',
  first: 'Von vorn',
  permalink: 'Link zu diesem Eintrag',
  pages: 'Seiten',
  settings: 'Deine Einstellungen',
  description: (name, site) => `Was ${name} bei ${site} über Filme geschrieben hat.`,
  rooms: {
    profile: 'Profil',
    diary: 'Tagebuch',
    films: 'Filme',
    reviews: 'Rezensionen',
    lists: 'Listen',
    watchlist: 'Merkliste',
  },
  roomsOf: (name) => `Seiten von ${name}`,
  count: (count) => number(count),
  reviewsOf: (name) => `Rezensionen von ${name}`,
  favourites: 'Lieblingsfilme',
  latestViewings: 'Zuletzt gesehen',
  wholeDiary: 'Das ganze Tagebuch',
  latestReviews: 'Neueste Rezensionen',
  allReviews: 'Alle ihre Rezensionen',
};
