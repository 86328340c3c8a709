import type { LookedUp } from '../domain/film-source.ts';
import type { Reader, Transact } from '../domain/reader.ts';
import type { FilmSource } from '../outside/source.ts';

/** What looking films up works with. */
export interface FactsParts {
  reader: Reader;
  transact: Transact;
  sources: Readonly<Record<LookedUp, FilmSource>>;
  /** The languages the site's pages come in, BCP 47. */
  languages: readonly string[];
  now: () => number;
}
