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

/** Somewhere that knows facts of films. */
export interface FilmSource {
  /** @throws SourceError, or FetchError where nothing came */
  look(film: FilmAsked): Promise<SourceAnswer>;
}

/** A source answered, and it was no answer to the question. */
export class SourceError extends Error {
  override name = 'SourceError';
  /** `busy`: ask later, at `until` where it says so; `refused`: it does not answer us; `nonsense`: nothing we read. */
  readonly kind: 'busy' | 'refused' | 'nonsense';
  /** Epoch milliseconds. */
  readonly until: number | null;
  constructor(kind: SourceError['kind'], text: string, until: number | null = null) {
    super(`${kind}: ${text}`);
    this.kind = kind;
    this.until = until;
  }
}
