import type { Rating } from '../domain/rating.ts';

/** A film of the demonstration catalogue: facts, and a synopsis of our own. */
export interface DemoFilm {
  /** The key by which entries name the film; inside the demonstration only. */
  slug: string;
  title: string;
  /** The film's own title, where it differs from `title`. */
  originalTitle?: string;
  year: number | null;
  /** Empty where nobody knows who made it. */
  directors: string[];
  cast: { name: string; character?: string }[];
  /** Minutes. */
  runtime?: number;
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** BCP 47; `zxx` for a film without words. */
  languages: string[];
  genres: string[];
  synopsis: string;
  /** BCP 47. */
  synopsisLanguage: string;
  ids?: { imdb?: string; wikidata?: string; tmdb?: string };
}

/** Somebody who writes in the demonstration. Nobody here is a real person. */
export interface DemoPerson {
  /** `[a-z0-9_]{2,30}` */
  username: string;
  name: string;
  bio?: string;
  place?: string;
  /** Slugs of at most four films. */
  favourites?: string[];
  /** Lets all they wrote onto posters. */
  onPosters?: true;
}

/** One person, one film, one occasion: a diary entry, with or without a review. */
export interface DemoEntry {
  /** A username of `people`. */
  person: string;
  /** A slug of `films`. */
  film: string;
  /** Half-stars, 1–10. */
  rating?: Rating;
  liked?: boolean;
  /** A calendar date, a year and month, or a year: `YYYY[-MM[-DD]]`. */
  viewed?: string;
  rewatch?: boolean;
  tags?: string[];
  venue?: string;
  /** `YYYY-MM-DD` */
  written?: string;
  title?: string;
  /** lbml: `br strong em b i a blockquote`, and a newline is a break. */
  text?: string;
  /** BCP 47, of the text. */
  language?: string;
  spoiler?: 'yes' | 'no';
}

/** How things stand between somebody and films, apart from any diary entry. Slugs stand apart by spaces. */
export interface DemoMarks {
  /** A username of `people`. */
  person: string;
  /** The calendar date on which they went through the films and said all this. */
  day: string;
  /** By half-stars, 1–10; rated films are seen films. */
  rated: Partial<Record<Rating, string>>;
  /** Seen, and not rated. */
  watched: string;
  liked: string;
  /** Not seen yet. */
  watchlist: string;
}

/** A list of films. Words are lbml; every text is in the language of whoever keeps the list. */
export interface DemoList {
  /** A username of `people`. */
  person: string;
  title: string;
  description: string;
  ranked?: boolean;
  tags: string[];
  /** `YYYY-MM-DD` */
  written: string;
  /** In their order, by the slugs of `films`. */
  films: { film: string; note?: string }[];
}

/** A house that shows films in the demonstration. None of them is a real one. */
export interface DemoVenue {
  /** The key by which screenings name it; inside the demonstration only. */
  key: string;
  name: string;
  street: string;
  town: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  timeZone: string;
  website: string;
}

/** Showings of one film at one house, in days after the day on which the demonstration is filled. */
export interface DemoScreening {
  venue: string;
  /** A slug of `films`. */
  film: string;
  /** `DAYS TIME`, such as `3 20:30`, apart by commas. */
  at: string;
  room?: string;
  format?: string;
  spoken?: 'original' | 'dubbed';
  /** BCP 47. */
  language?: string;
  subtitles?: string;
  note?: string;
  series?: string;
  state?: 'sold-out' | 'cancelled';
}

/**
 * Prose wrapped in the source for reading: wrapped lines become one, an empty line parts paragraphs.
 */
export function prose(strings: TemplateStringsArray): string {
  return strings
    .join('')
    .trim()
    .split(/\n[ ]*\n/)
    .map((paragraph) =>
      paragraph
        .trim()
        .split(/\n[ ]*/)
        .join(' '),
    )
    .join('\n\n');
}

/** Lines kept as they stand (verse, quick dialogue), without the indentation all of them share. */
export function lines(strings: TemplateStringsArray): string {
  const all = strings.join('').replace(/^\n/, '').trimEnd().split('\n');
  const shared = Math.min(...all.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return all.map((line) => line.slice(shared).trimEnd()).join('\n');
}
