import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration of which nobody knows the year. */
export const undatedFilms: readonly DemoFilm[] = [
  {
    slug: 'washing-day-alderman-street',
    title: 'Washing Day, Alderman Street',
    year: null,
    directors: [],
    cast: [],
    countries: [],
    languages: [],
    genres: [],
    synopsis:
      'A tin without a label was found behind the rewind bench when the Alderman closed. In it are some ' +
      'twelve minutes of amateur film: a back street on a Monday, sheets across it from wall to wall, ' +
      'and a child who has been told not to look at the camera. Nobody knows who made it, or when.',
    synopsisLanguage: 'en',
  },
];
