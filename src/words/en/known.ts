import { day, listed, number } from '../english.ts';

const PARTS = new Map(
  Object.entries({
    director: 'Directed by',
    actor: 'With',
    writer: 'Written by',
    cinematographer: 'Photographed by',
    composer: 'Music by',
    editor: 'Edited by',
    producer: 'Produced by',
    'production-designer': 'Designed by',
    'costume-designer': 'Costumes by',
  }),
);

/** What is known of a film beside its title, its makers and its synopsis. */
export const known = {
  title: 'About the film',
  all: (film: string) => `All that is known of ${film}`,
  allLink: 'All that is known of it',
  back: 'Back to the film',
  /** What somebody did on a film, before their names; a part without words of its own is named as it came. */
  part: (role: string) =>
    PARTS.get(role) ?? `${role[0]?.toUpperCase()}${role.slice(1).replaceAll('-', ' ')}:`,
  /** Between somebody's name and the part they play. */
  as: 'as',
  andOthers: (count: number) => `and ${number(count)} more`,
  cast: 'Cast and crew',
  titles: 'Other titles',
  original: 'Original title',
  released: 'Released',
  day,
  kinds: {
    premiere: 'premiere',
    limited: 'limited release',
    theatrical: 'in cinemas',
    digital: 'online',
    physical: 'on disc',
    tv: 'on television',
  },
  certificates: 'Rated',
  length: 'Length',
  versions: 'Also in other lengths',
  countries: 'Made in',
  languages: 'Spoken',
  genres: 'Genre',
  studios: 'Studio',
  synopses: 'Synopsis',
  watch: 'Where to watch',
  offers: {
    stream: 'stream',
    free: 'free',
    ads: 'free with advertisements',
    rent: 'rent',
    buy: 'buy',
    cinema: 'cinema',
  },
  /** Said where it can be watched, as the source of that asks. */
  watchSource: 'Where it can be watched is known by JustWatch.',
  trailer: 'Trailer',
  /** Said where a link leads to another site, which learns of the reader only then. */
  opens: (host: string) => `Watch it at ${host}`,
  website: 'Website',
  ids: 'Elsewhere',
  countriesCount: (count: number) => (count === 1 ? 'in one country' : `in ${number(count)} countries`),
  titlesCount: (count: number) => `${number(count)} other titles`,
  names: listed,
  nothing: 'Nothing more is known of it yet.',
  /** What catalogues ask to have said of them, in their own words where they ask for those. */
  sources: {
    tmdb: 'This product uses the TMDB API but is not endorsed or certified by TMDB.',
    wikidata: 'Some of this comes from Wikidata.',
    imdb: 'Information courtesy of IMDb (imdb.com). Used with permission.',
    other: 'Some of this comes from elsewhere.',
  },
  licence: (licence: string) => `Licence: ${licence}`,
  sourceLink: 'Its page there',
};
