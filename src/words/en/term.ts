import { capital, countryName, languageNamed } from '../english.ts';

const GENRES = new Map(
  Object.entries({
    action: 'Action',
    adventure: 'Adventure',
    animation: 'Animation',
    biography: 'Biography',
    comedy: 'Comedy',
    crime: 'Crime',
    documentary: 'Documentary',
    drama: 'Drama',
    experimental: 'Experimental',
    family: 'Family',
    fantasy: 'Fantasy',
    'film-noir': 'Film noir',
    heist: 'Heist',
    history: 'History',
    horror: 'Horror',
    'martial-arts': 'Martial arts',
    melodrama: 'Melodrama',
    music: 'Music',
    musical: 'Musical',
    mystery: 'Mystery',
    romance: 'Romance',
    'science-fiction': 'Science fiction',
    short: 'Short',
    silent: 'Silent',
    sport: 'Sport',
    spy: 'Spies',
    thriller: 'Thriller',
    war: 'War',
    western: 'Western',
  }),
);

/** What films are found together by. `name` is what a film's source writes; `term` stands in addresses. */
export const term = {
  genre: (genre: string, name: string) => GENRES.get(genre) ?? capital(name),
  /** A country by its code, or as it is written where it has none any more. */
  country: (_term: string, name: string) => countryName(name) ?? name,
  language: (_term: string, name: string) => capital(languageNamed(name) ?? name),
  studio: (_term: string, name: string) => name,
  decade: (decade: string, _name: string) => `The ${decade}`,
  /** What a page of films of one term is called. */
  titles: {
    genre: (said: string) => `${said}: films`,
    country: (said: string) => `Films from ${said}`,
    language: (said: string) => `Films in ${said}`,
    studio: (said: string) => `Films by ${said}`,
    decade: (said: string) => `Films of ${said.replace(/^The /, 'the ')}`,
  },
  more: (title: string) => `${title}: with the reviews people wrote about them.`,
};
