import { number } from '../english.ts';

/** Films by the file: a catalogue without asking anybody. */
export const load = {
  title: 'Load films',
  what: 'A file of films fills the catalogue at once, and nobody is asked over the network. You see what it would do first, and it can be taken back.',
  file: 'File of films',
  fileHint: (bytes: string) =>
    `A table (CSV) with a column Title and, as far as there are any, Year, Original title, Director, Cast, Country, Language, Genre, Runtime, Synopsis, IMDb, TMDB, Wikidata, Letterboxd. Or schema.org JSON-LD, IMDb’s title.basics.tsv.gz, or a list made from Wikipedia. Up to ${bytes}; a larger one by the command houselights films load.`,
  only: 'Only some of them',
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
  genres: 'Genres',
  genresHint: 'With commas between them. A film of any of them is taken; left empty, of all.',
  adult: 'Pornography too',
  /** Said by whoever loads IMDb's data set. */
  licence: 'I have a licence or this is private.',
  licenceHint: 'Only IMDb’s own data set asks for this: it is not free for public or commercial use.',
  /** Kept as the word for every other file. */
  ownWord: 'Whoever loaded these films answers for it that the site may show what the file says.',
  look: 'Look at it first',
  latest: 'Loads so far',
  none: 'Nothing has been loaded yet.',
  undoneMark: 'taken back',
  lookTitle: (file: string) => `What ${file} would do`,
  reportTitle: (file: string) => `What ${file} did`,
  counts: {
    created: 'Films it makes',
    updated: 'Films here that learn something from it',
    unchanged: 'Rows that say nothing new',
    unmatched: 'Rows that could mean several films',
    rejected: 'Rows that cannot be taken',
  },
  count: (count: number) => number(count),
  leftOut: (rows: number) =>
    rows === 1
      ? 'One more row was left out: no film, or none that was asked for.'
      : `${number(rows)} more rows were left out: no films, or none that were asked for.`,
  samples: 'The first of the new films',
  more: (rest: number) => `and ${number(rest)} more`,
  made: 'What it made',
  problems: 'What it does not take as it stands',
  nothing: 'All of it is here already, or cannot be taken: there is nothing to load.',
  licenceAsked:
    'This is IMDb’s data set. Choose the file again, and tick the sentence below it if it is true for you.',
  doIt: 'Load them',
  leave: 'Leave it',
  undo: 'Take it back',
  undone: 'What the file brought is gone again.',
  undoneBut: (kept: number) =>
    kept === 1
      ? 'What the file brought is gone again, but for one thing that is used or was changed since.'
      : `What the file brought is gone again, but for ${number(kept)} things that are used or were changed since.`,
  settle: 'Decide which films are meant',
  all: 'All films',
  working: 'It is being worked on. You can leave this page and come back.',
  progress: (done: number, rows: number) => `${number(done)} of ${number(rows)} rows`,
  howFar: 'See how far it is',
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
