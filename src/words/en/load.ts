import { number } from '../english.ts';

/** Films by the file: a catalogue without asking anybody. */
export const load = {
  /** Said by whoever loads IMDb's data set. */
  licence: 'I have a licence or this is private.',
  /** Kept as the word for every other file. */
  ownWord: 'Whoever loaded these films answers for it that the site may show what the file says.',
  leftOut: (rows: number) =>
    rows === 1
      ? 'One more row was left out: no film, or none that was asked for.'
      : `${number(rows)} more rows were left out: no films, or none that were asked for.`,
  nothingIn: 'There was no film in it that was asked for.',
  refused: 'Nothing was loaded.',
  onlyLooked: 'Nothing was written. This is what the load would do.',
};
