import type { term as english } from '../en/term.ts';
import { capital, countryName, languageNamed } from '../german.ts';

const GENRES = new Map(
  Object.entries({
    action: 'Action',
    adventure: 'Abenteuer',
    animation: 'Animation',
    biography: 'Biografie',
    comedy: 'Komödie',
    crime: 'Krimi',
    documentary: 'Dokumentarfilm',
    drama: 'Drama',
    experimental: 'Experimentalfilm',
    family: 'Familie',
    fantasy: 'Fantasy',
    'film-noir': 'Film noir',
    heist: 'Raubzug',
    history: 'Historisches',
    horror: 'Horror',
    'martial-arts': 'Kampfkunst',
    melodrama: 'Melodram',
    music: 'Musik',
    musical: 'Musical',
    mystery: 'Rätsel',
    romance: 'Liebe',
    'science-fiction': 'Science-Fiction',
    short: 'Kurzfilm',
    silent: 'Stummfilm',
    sport: 'Sport',
    spy: 'Spionage',
    thriller: 'Thriller',
    war: 'Krieg',
    western: 'Western',
  }),
);

export const term: typeof english = {
  genre: (genre, name) => GENRES.get(genre) ?? capital(name),
  country: (_term, name) => countryName(name) ?? name,
  language: (_term, name) => capital(languageNamed(name) ?? name),
  studio: (_term, name) => name,
  decade: (decade) => `Die ${decade.slice(0, 4)}er`,
  titles: {
    genre: (said) => `${said}: Filme`,
    country: (said) => `Filme aus: ${said}`,
    language: (said) => `Filme auf ${said}`,
    studio: (said) => `Filme von ${said}`,
    decade: (said) => `Filme: ${said}`,
  },
  more: (title) => `${title} – mit dem, was darüber geschrieben wurde.`,
};
