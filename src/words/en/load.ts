import { number } from '../english.ts';

/** Films by the file: a catalogue without asking anybody. */
export const load = {
  title: 'Load films',
  another: 'Choose another file',
  what: 'A file of films fills the catalogue at once, and nobody is asked over the network. You see what it would do first, and it can be taken back.',
  file: 'File of films',
  fileHint: (bytes: string) =>
    `A table (CSV) with a column Title and, as far as there are any, Year, Original title, Director, Cast, Country, Language, Genre, Runtime, Synopsis, IMDb, TMDB, Wikidata, Letterboxd. Or schema.org JSON-LD, IMDb’s title.basics.tsv.gz, or a list made from Wikipedia. Up to ${bytes}; a larger one by the command houselights films load.`,
  types: 'What is taken',
  kinds: {
    movie: 'Films',
    short: 'Short films',
    tvMovie: 'Films made for television',
    video: 'Films made for video',
  },
  typesHint: 'As far as the file says what each one is.',
  from: 'From the year',
  to: 'To the year',
  genres: 'Only these genres',
  genresHint: 'With commas between them. A film of any of them is taken; left empty, of all.',
  adult: 'Pornography too',
  imdb: 'IMDb’s data set',
  /** Said by whoever loads it. */
  licence: 'I have a licence or this is private.',
  licenceHint: 'Films from IMDb’s own files are free for private use alone. No other file asks for this.',
  /** Kept as the word for every other file. */
  ownWord: 'Whoever loaded these films answers for it that the site may show what the file says.',
  look: 'Look at it first',
  samples: 'The first of the films it makes',
  button: (rows: number) => `Load ${rows === 1 ? '1 row' : `${number(rows)} rows`}`,
  latest: 'Loads so far',
  leftOut: (rows: number) =>
    rows === 1
      ? 'One more row was left out: no film, or none that was asked for.'
      : `${number(rows)} more rows were left out: no films, or none that were asked for.`,
  /** What the command says of its report. */
  nothingIn: 'There was no film in it that was asked for.',
  refused: 'Nothing was loaded.',
  onlyLooked: 'Nothing was written. This is what the load would do.',
  wrong: {
    'no-file': 'Choose a file first.',
    'too-large': 'The file is too large for this page, and none of it was kept.',
    year: 'A year has four digits.',
    types: 'Choose at least one kind of film.',
    broken: 'The file did not arrive whole, and none of it was kept. Send it again.',
  },
};
