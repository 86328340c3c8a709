/** A fact as a source gives it: a field's path, and a value still to be checked. */
export interface SourceFact {
  field: string;
  value: unknown;
  /** BCP 47; of titles. */
  language?: string | null;
}

/** A film that a source is asked about, by what is known of it here. */
export interface FilmAsked {
  /** Ids elsewhere, by scheme: `wikidata`, `imdb`, `tmdb`, `letterboxd` (the last part of its address). */
  ids: ReadonlyMap<string, string>;
  title: string;
  year: number | null;
  directors: readonly string[];
  /** The language in which the site shows a title where there are several, BCP 47. */
  language: string;
  /** The languages readers of the site have its pages in, BCP 47: in these a synopsis is wanted. */
  languages: readonly string[];
  /** The countries of which it is wanted where the film can be watched, ISO 3166-1 alpha-2. */
  countries: readonly string[];
}

/** What a source says of a film now. */
export type SourceAnswer =
  | {
      found: true;
      /** The film's id with the source, and its page there. */
      id: string;
      link: string;
      licence: string;
      facts: SourceFact[];
    }
  | {
      found: false;
      /** `gone`: the id the film has is no longer there. `contradicts`: it is there, for another film. */
      why: 'unknown' | 'ambiguous' | 'gone' | 'contradicts';
    };

/** A film's id with a source, and when it was looked up there, epoch milliseconds. */
export interface FilmThere {
  id: string;
  asked: number;
}

/**
 * How a source tells what has changed with it: by a list of all that did on some days, page by page, or by answering
 * for so many films at once.
 */
export type Changes =
  | {
      told: 'by-day';
      /** So many days back it tells. */
      days: number;
      /**
       * @param days calendar dates in UTC, `YYYY-MM-DD`, the last one included
       * @throws SourceError or FetchError
       */
      page(days: { from: string; to: string }, page: number): Promise<{ ids: string[]; pages: number }>;
    }
  | {
      told: 'by-film';
      most: number;
      /**
       * The ids of those that were changed since they were looked up, merged or taken away.
       *
       * @throws SourceError or FetchError
       */
      among(films: readonly FilmThere[]): Promise<string[]>;
    };

/** Somewhere that knows facts of films. */
export interface FilmSource {
  /** @throws SourceError, or FetchError where nothing came */
  look(film: FilmAsked): Promise<SourceAnswer>;
  changes: Changes;
}

/** A source answered, and it was no answer to the question. */
export class SourceError extends Error {
  override name = 'SourceError';
  /**
   * `busy`: ask later, at `until` where it says so; `refused`: it does not answer us; `no-key`: it knows no key of
   * ours; `nonsense`: nothing we read.
   */
  readonly kind: 'busy' | 'refused' | 'no-key' | 'nonsense';
  /** Epoch milliseconds. */
  readonly until: number | null;
  constructor(kind: SourceError['kind'], text: string, until: number | null = null) {
    super(`${kind}: ${text}`);
    this.kind = kind;
    this.until = until;
  }
}
